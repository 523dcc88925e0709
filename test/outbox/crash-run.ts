import type { Tab } from './chromium';
import type { Ground } from './ground';
import { whatIsWrong } from './kept-log';
import { typed } from './scenario-log';

/** Two tabs of one origin, each a process: one that crashes, one that lives. Every run is another user's, with a new database. */
export type Desk = { readonly host: string; readonly crashing: Tab; readonly living: Tab };

/** `alone`: the page crashes and is opened again. `watched`: another tab is open, and takes over. */
export type Company = 'alone' | 'watched';

/** One thing that happened in a run without a crash: in the page, or at the server (`arrived`, `done`). */
export type Happening = { readonly name: string; readonly isAfterSubmit: boolean };

type ComeBack = { readonly foundDraft?: string; readonly savedAgain: boolean };

/** The log is on the disk from here on. */
const durable = 'complete readwrite journal+drafts #1';
const deadline = 20_000;

let runs = 0;

/** Everything that happens in the scenario while nothing goes wrong, in the page's order and then the server's. */
export async function recordHappenings({ browser, site }: Ground): Promise<readonly Happening[]> {
  const { name, user } = newRun();
  const atServer: string[] = [];
  site.watch(name, { onApex: async (happening) => atServer.push(happening) > 0 });
  const tab = await browser.openTab(site.url(name, { user }));
  const inPage = await inTime(() => tab.evaluate<readonly string[]>(`wrapUp('${name}')`));
  await tab.close();
  const start = inPage.indexOf(durable);
  return [
    ...inPage.map((happening, at) => ({ name: happening, isAfterSubmit: at >= start })),
    ...atServer.map((happening) => ({ name: happening, isAfterSubmit: true }))
  ];
}

/** Sits down at a desk. */
export async function openDesk({ browser, site }: Ground, host: string): Promise<Desk> {
  const [crashing, living] = await Promise.all([browser.newTab(), browser.openTab(site.idleUrl(host))]);
  return { host, crashing, living };
}

/** Runs the scenario, kills the page's process exactly there, and answers what is wrong in the org in the end. */
export async function crashAt(
  { site, org }: Ground,
  { host, crashing, living }: Desk,
  happening: Happening,
  company: Company
): Promise<readonly string[]> {
  const { name, user } = newRun();
  const other = site.url(`${name}-other`, { host, user });
  site.watch(name, {
    onCrash: crashing.kill,
    onApex: async (heard) => {
      if (heard !== happening.name) return true;
      crashing.kill();
      await crashing.gone();
      return false;
    }
  });
  try {
    return await inTime(async () => {
      await crashing.open(site.url(name, { host, user, crashAt: happening.name }));
      if (company === 'watched') await watch(crashing, living, other);
      await wrapUpUntilCrash(name, crashing, happening.name);
      if (company === 'alone') await living.open(other);
      const back = await living.evaluate<ComeBack>(`comeBack('${name}')`);
      return [...whatIsWrong(org, name), ...whatWasForgotten(back, happening)];
    });
  } catch (error) {
    return [error instanceof Error ? error.message : String(error)];
  } finally {
    await living.open(site.idleUrl(host));
  }
}

/** The tab that opens the outbox first sends; the other one watches, and takes over. */
async function watch(crashing: Tab, living: Tab, url: string): Promise<void> {
  const isOpen = crashing.evaluate(`enter().then(() => true)`).catch(() => undefined);
  await Promise.race([isOpen, crashing.gone()]);
  await living.open(url);
  await living.evaluate('openOutbox().then(() => true)');
}

/** Plays the scenario and resolves when the page's process is gone. */
async function wrapUpUntilCrash(name: string, tab: Tab, happening: string): Promise<void> {
  const finished = tab.evaluate(`wrapUp('${name}').then(() => true)`).catch(() => false);
  await Promise.race([finished, tab.gone()]);
  // What a defect left to be done comes after the end.
  const late = new Promise<boolean>((resolve) => setTimeout(() => resolve(true), 3000).unref());
  if (await Promise.race([tab.gone().then(() => false), late])) throw new Error(`${happening} did not happen`);
}

/** What is not wrong in the org and yet not as it was promised to the rep. */
function whatWasForgotten({ foundDraft, savedAgain }: ComeBack, { isAfterSubmit }: Happening): readonly string[] {
  const isTyped = [1, 2, 3].some((step) => typed(step) === foundDraft);
  return [
    ...(savedAgain && isAfterSubmit ? ['the log was lost and had to be saved again'] : []),
    ...(!savedAgain && foundDraft !== undefined ? ['a draft stayed behind'] : []),
    ...(foundDraft !== undefined && !isTyped ? ['the draft is not what was typed'] : [])
  ];
}

async function inTime<Result>(work: () => Promise<Result>): Promise<Result> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error('The log did not arrive in time.')), deadline);
  });
  try {
    return await Promise.race([work(), late]);
  } finally {
    clearTimeout(timer);
  }
}

function newRun(): { readonly name: string; readonly user: string } {
  runs += 1;
  return { name: `call-${runs}`, user: `005${String(runs).padStart(12, '0')}` };
}
