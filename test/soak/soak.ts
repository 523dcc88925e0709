import path from 'node:path';
import { type Interaction } from '../../core/interaction/interaction';
import { launchChromium, type Tab } from '../outbox/chromium';
import { bundlePage } from '../outbox/outbox-bundle';
import { serveOutboxSite } from '../outbox/outbox-site';
import { startPackageOrg } from '../outbox/package-org';
import { rowsByCall, whatIsWrong, type Written } from './kept-leg';
import { legsOf, type Leg } from './legs';
import { openPhonePage, type Spoken } from './phone-page';
import { randomFrom } from './random';
import { settingsOfOrg, troubleOf } from './troubles';

/** How a soak goes. */
export type SoakOptions = {
  readonly seed: number;
  readonly interactions: number;
  /** Told now and then how far it is. */
  readonly progress?: (done: number, faults: Readonly<Record<string, number>>) => void;
};

/** What came out of it. */
export type Soaked = {
  readonly legs: number;
  readonly faults: Readonly<Record<string, number>>;
  /** What is wrong, by call key; empty is what it should be. */
  readonly wrong: Readonly<Record<string, readonly string[]>>;
};

/** Minutes of waiting become moments. */
const quick = [
  { file: 'send-schedule.ts', words: 'firstWait = 1000', become: 'firstWait = 5' },
  { file: 'send-schedule.ts', words: 'longestWait = 300_000', become: 'longestWait = 40' },
  { file: 'sendNewest.ts', words: 'settling = 15_000', become: 'settling = 100' }
];

/** Plays so many conversations through the panel and the outbox of one rep, with faults, and looks into the org when all is quiet. */
export async function soak(options: SoakOptions): Promise<Soaked> {
  const [browser, org] = await Promise.all([launchChromium(), startPackageOrg()]);
  const site = await serveOutboxSite(await bundlePage(path.join(__dirname, 'page/page.mts'), quick), org);
  try {
    return await play(options, { browser, org, site });
  } finally {
    await browser.close();
    await site.close();
    await org.close();
  }
}

type Ground = {
  readonly browser: Awaited<ReturnType<typeof launchChromium>>;
  readonly org: Awaited<ReturnType<typeof startPackageOrg>>;
  readonly site: Awaited<ReturnType<typeof serveOutboxSite>>;
};

async function play({ seed, interactions, progress }: SoakOptions, { browser, org, site }: Ground): Promise<Soaked> {
  const random = randomFrom(seed);
  const faults: Record<string, number> = {};
  const count = (fault: string): void => void (faults[fault] = (faults[fault] ?? 0) + 1);
  /** What was done, in order; of a leg with a fault all that happened from its first word to its last is told. */
  const course: string[] = [];
  const storm = { isOn: true, isCut: false };
  const written = new Map<string, Written>();
  const phone = openPhonePage();
  let live: Spoken[] = [];
  let pages = 0;
  const url = (): string => {
    pages += 1;
    const page = `soak-${pages}`;
    const trouble = troubleOf(seed, page);
    site.watch(page, {
      refuse: (method) => {
        const known = settingsOfOrg(method);
        if (known) return known;
        if (storm.isCut) return 'lost-before';
        const found = storm.isOn ? trouble(method) : undefined;
        if (found) count(found.name);
        return found?.answer;
      }
    });
    return site.url(page);
  };
  /** The phone page tells all tabs everything that it knows, as when somebody who came says hello. */
  const tellAll = async (here: readonly Tab[]): Promise<void> => {
    const words = phone.tells((await here[0]?.evaluate<readonly string[]>('soak.dealtWith()')) ?? []);
    await tell(here, words);
  };
  /** All at once, as from one channel; who is slow hears it with what comes later. */
  const tell = async (here: readonly Tab[], words: readonly unknown[]): Promise<void> => {
    for (const missed of late.values()) missed.push(...words);
    await Promise.all(here.filter((tab) => !late.has(tab)).map((tab) => hear(tab, words)));
  };
  /** The first tab has the phone. When it goes the next takes over; when it was the only one, what happens is heard by nobody. */
  const phoneGoes = async (others: readonly Tab[]): Promise<void> => {
    if (others.length === 0)
      for (const one of live)
        while (one.place < one.leg.words.length && random.chance(0.3)) note(phone.next(one), 'unheard');
    phone.opens();
    await tellAll(others);
  };
  const hear = (tab: Tab, words: readonly unknown[]): Promise<void> =>
    tab.evaluate(`soak.hear(${JSON.stringify(words)})`);
  const tabs: Tab[] = [];
  /** What tabs that are slow have not heard yet: a browser lets those in the background wait. */
  const late = new Map<Tab, unknown[]>();
  const catchUp = async (tab: Tab): Promise<void> => {
    const words = late.get(tab) ?? [];
    late.delete(tab);
    await hear(tab, words);
  };
  const openTab = async (): Promise<void> => {
    const tab = await browser.openTab(url());
    tabs.push(tab);
    await tab.evaluate('soak.ready()');
    await tellAll(tabs);
  };
  const note = ({ callKey, state }: Interaction, how = ''): void =>
    void course.push(`${callKey} is ${state} ${how}`.trim());
  const front = (): Tab => tabs[random.below(tabs.length)]!;
  const placeOf = (tab: Tab): string => `tab ${tabs.indexOf(tab) + 1} of ${tabs.length}`;

  const fault = async (): Promise<void> => {
    const kind = random.oneOf(['reload', 'crash', 'cut', 'back', 'open', 'close', 'switch', 'clock', 'slow'] as const);
    if (kind === 'cut') storm.isCut = random.chance(0.5);
    else if (kind === 'back') storm.isCut = false;
    else if (kind === 'open') {
      if (tabs.length > 1) return;
      await openTab();
    } else if (kind === 'close') {
      if (tabs.length < 2) return;
      const place = random.below(tabs.length);
      const [tab] = tabs.splice(place, 1);
      late.delete(tab!);
      await tab!.close();
      await site.idle();
      if (place === 0) await phoneGoes(tabs);
    } else if (kind === 'slow') {
      const tab = front();
      if (!late.has(tab)) late.set(tab, []);
    } else if (kind === 'switch') await front().send('Page.bringToFront');
    else if (kind === 'clock') await front().evaluate(`soak.stepClock(${(random.below(48) - 24) * 3_600_000})`);
    else {
      const tab = front();
      const [isPhone, others] = [tab === tabs[0], tabs.filter((other) => other !== tab)];
      late.delete(tab);
      if (kind === 'crash') {
        tab.kill();
        await tab.gone();
      }
      // The waits are moments here, and what a page left at work must be done within them, as it is in seconds.
      if (kind === 'reload') await tab.open('about:blank');
      await site.idle();
      if (isPhone) await phoneGoes(others);
      tabs.splice(0, tabs.length, ...others, tab);
      await tab.open(url());
      await tab.evaluate('soak.ready()');
      await tellAll(tabs);
    }
    count(kind);
    course.push(`fault: ${kind}`);
  };

  const write = async ({ leg, place }: Spoken): Promise<void> => {
    const { callKey, answeredAt } = leg.words[place - 1]!;
    if (answeredAt === undefined) return;
    const note = {
      disposition: random.oneOf(['Resolved', 'Escalated', 'Spam']),
      notes: `Note ${random.below(1e9)} of ${callKey}.`
    };
    const tab = front();
    // Whoever writes in it has it before them.
    await catchUp(tab);
    const isSaved = await tab.evaluate<boolean>(
      `soak.save(${JSON.stringify(callKey)}, ${JSON.stringify(note.disposition)}, ${JSON.stringify(note.notes)})`
    );
    course.push(`${callKey} ${isSaved ? 'saved' : 'not open'} in ${placeOf(tab)}`);
    if (isSaved) written.set(callKey, note);
  };

  await openTab();
  const legs: Leg[] = [];
  for (let begun = 0; begun < interactions || live.length > 0;) {
    if (begun < interactions && (live.length === 0 || (live.length < 4 && random.chance(0.4)))) {
      const made = legsOf(random, begun);
      begun += 1;
      legs.push(...made);
      live.push(...made.map((leg) => ({ leg, place: 0 })));
      if (begun % 100 === 0) progress?.(begun, faults);
    }
    const one = random.oneOf(live);
    const said = phone.next(one);
    note(said);
    await tell(tabs, [said]);
    for (const tab of [...late.keys()]) if (random.chance(0.2)) await catchUp(tab);
    if (random.chance(0.15)) await write(one);
    if (random.chance(0.12)) await fault();
    live = live.filter(({ leg, place }) => place < leg.words.length);
    if (!storm.isCut) await catchUpWith(front());
  }
  storm.isOn = storm.isCut = false;
  for (const tab of [...late.keys()]) await catchUp(tab);
  await settle(tabs);
  const rows = rowsByCall(org);
  const wrong = legs.flatMap(({ words, isLogged }) => {
    const last = words.at(-1)!;
    const found = whatIsWrong(rows, last, isLogged, written.get(last.callKey));
    return found.length > 0 ? [[last.callKey, [...found, ...courseOf(course, last.callKey)]] as const] : [];
  });
  return { legs: legs.length, faults, wrong: Object.fromEntries(wrong) };
}

/** Logs that may wait while the network is there: calls come slower than they are sent, in a day as here. */
const mostWaiting = 40;

/** Lets the outbox send what an outage left, as it does before the next call of a day ends. */
async function catchUpWith(tab: Tab): Promise<void> {
  for (const end = Date.now() + 120_000; ; await new Promise((resolve) => setTimeout(resolve, 20))) {
    const waiting = await tab.evaluate<readonly string[]>('soak.waiting()');
    if (waiting.length <= mostWaiting) return;
    if (Date.now() > end) throw new Error(`${waiting.length} logs wait, and do not become fewer`);
  }
}

/** Waits until no tab has anything left to send. */
async function settle(tabs: readonly Tab[]): Promise<void> {
  for (const end = Date.now() + 120_000; ; await new Promise((resolve) => setTimeout(resolve, 50))) {
    const waiting: string[] = [];
    for (const tab of tabs) {
      await tab.evaluate('soak.drain()');
      waiting.push(...(await tab.evaluate<readonly string[]>('soak.waiting()')));
    }
    if (waiting.length === 0) return;
    if (Date.now() > end) throw new Error(`Still on their way after two minutes: ${waiting.slice(0, 5).join(' ')}`);
  }
}

/** What was done from the first word of a leg to its last, without the other legs. */
function courseOf(course: readonly string[], callKey: string): readonly string[] {
  const isOf = (deed: string): boolean => deed.startsWith(`${callKey} `);
  return course
    .slice(course.findIndex(isOf), course.findLastIndex(isOf) + 1)
    .filter((deed) => isOf(deed) || deed.startsWith('fault: '));
}
