import assert from 'node:assert/strict';
import { type Browser, type BrowserContext } from 'playwright-core';
import { reps } from '../../../local/console/server/demo-settings';
import { type Policy } from '../../../web/session-service/settings/policy';
import { stateBecomes } from '../../console/omni';
import { openRep, type RepConsole } from '../rep-console';
import { type WholeWorld } from '../whole-world';

type Opening = Parameters<typeof openRep>[3];

/** The console of a suite, in one browser: what a test opens is looked over and closed after it, with every login and call. */
export type InConsole = {
  readonly world: () => WholeWorld;
  /** A profile that is closed after the test. */
  readonly newContext: () => Promise<BrowserContext>;
  readonly open: (rep?: keyof typeof reps, more?: Opening) => Promise<RepConsole>;
  /** Opens another tab of the same rep. */
  readonly another: (rep: RepConsole) => Promise<RepConsole>;
  /** At the login page. */
  readonly atLogin: (more?: Opening) => Promise<RepConsole>;
  /** Logged in and ready for calls. */
  readonly working: (more?: Opening) => Promise<RepConsole>;
  /** In a call, of which the session service knows. */
  readonly inCall: () => Promise<RepConsole>;
  readonly ring: (rep: RepConsole, from?: string) => Promise<void>;
  /** Starts the session service again with this policy, until the test is over. */
  readonly policy: (policy: Partial<Policy>) => Promise<void>;
  /** Ends the session service as a power cut would, until it is asked for again. */
  readonly stopService: () => Promise<void>;
  readonly startService: () => Promise<void>;
  readonly sessionsOf: (rep: keyof typeof reps) => Promise<number>;
};

const service = 'session-service';
/** A second, and what a computer takes that is busy with other tests. */
const soon = 2_000;

/** Opens it for the suite in which it is called. */
export function inConsole(world: () => WholeWorld, partitioning: boolean): InConsole {
  let browser: Browser;
  let isPolicyChanged = false;
  const opened: RepConsole[] = [];
  const contexts = new Set<BrowserContext>();

  before(async () => {
    browser = await world().browser(partitioning);
  });
  after(() => browser.close());
  afterEach(async () => {
    const { processes } = world();
    if (processes.states()[service] !== 'running') await processes.restart(service);
    await world().hangUp();
    const still = opened.splice(0).filter(({ page }) => !page.isClosed());
    const looks = await Promise.allSettled(still.map((rep) => rep.done()));
    for (const context of contexts) await context.close();
    contexts.clear();
    for (const { userName } of Object.values(reps))
      await world().admin('DELETE', `users/${encodeURIComponent(userName)}/sessions`);
    if (isPolicyChanged) await world().restart({ policy: {} });
    isPolicyChanged = false;
    for (const look of looks) if (look.status === 'rejected') throw look.reason;
  });

  const kept = (rep: RepConsole): RepConsole => {
    opened.push(rep);
    contexts.add(rep.context);
    return rep;
  };
  const open: InConsole['open'] = async (rep = 'priya', more = {}) => kept(await openRep(world(), browser, rep, more));
  const working: InConsole['working'] = async (more) => {
    const rep = await open('priya', more);
    await rep.work();
    return rep;
  };
  const ring: InConsole['ring'] = async (rep, from = '+14155550123') => {
    await world().phone('POST', '/interactions', { channel: 'phone', from, to: '+442079460000', agent: 'priya' });
    await rep.card('ringing').waitFor();
  };
  return {
    world,
    newContext: async () => {
      const context = await browser.newContext({ ignoreHTTPSErrors: true });
      contexts.add(context);
      return context;
    },
    open,
    working,
    ring,
    another: async (rep) => kept(await rep.again()),
    atLogin: async (more) => {
      const rep = await open('priya', more);
      await stateBecomes(rep.page, 'LOGIN_SHOWN', 25_000);
      return rep;
    },
    inCall: async () => {
      const rep = await working();
      const known = rep.page.waitForResponse(
        (response) =>
          response.url().endsWith('/session/activity') &&
          (response.request().postDataJSON() as { inCall?: boolean }).inCall === true
      );
      await ring(rep);
      await rep.press('Accept');
      await rep.card('connected').waitFor();
      await known;
      return rep;
    },
    policy: async (policy) => {
      isPolicyChanged = true;
      await world().restart({ policy });
    },
    stopService: () => world().processes.stop(service, 'SIGKILL'),
    startService: () => world().processes.restart(service),
    sessionsOf: async (rep) => {
      const { sessions } = (await world().admin('GET', 'sessions')) as { sessions: readonly { userName: string }[] };
      return sessions.filter(({ userName }) => userName === reps[rep].userName).length;
    }
  };
}

/** The host has the login page again, says that the session ended, and heard it once. */
export async function sessionEnded(rep: RepConsole): Promise<void> {
  await stateBecomes(rep.page, 'LOGIN_SHOWN', 15_000);
  await rep.page.locator('[data-notice="session-ended"]').waitFor();
  assert.equal((await rep.heard()).filter(({ name }) => name === 'LOGOUT_RESULT').length, 1);
}

const ofLogin = ['SHOW_LOGIN', 'LOGIN_RESULT', 'LOGOUT_RESULT', 'CONNECTOR_READY', 'ERROR'];

/** What Salesforce heard of the login, in order. */
export async function loginEvents(rep: RepConsole): Promise<readonly string[]> {
  return (await rep.heard()).map(({ name }) => name).filter((name) => ofLogin.includes(name));
}

/** Sees to it that Salesforce heard of the end soon after this moment, in milliseconds since 1970. */
export async function endedSoonAfter(rep: RepConsole, moment: number): Promise<void> {
  const ended = (await rep.heard()).find(({ name }) => name === 'LOGOUT_RESULT');
  const took = Date.parse(ended?.at ?? '') - moment;
  assert.ok(took < soon, `${took} ms`);
}
