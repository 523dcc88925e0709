import type { BrowserContext, Page, Request } from 'playwright-core';
import { names } from '../../../local/console/server/names';
import { happens, stateBecomes } from '../../console/omni';
import { median } from '../measure';
import { inBytes, type Tell } from './figures';
import { openPhoneConsole, type PhoneConsole } from './phone-console';
import { childrenOf } from './server-process';
import { password, userNameOf } from './service-folder';

/** Sessions live so long; a login has to end at the dialer before. */
const lifeSeconds = 3;
const turns = 5;
const patience = 30_000;

/** A login through the pages in Chromium, what it takes, and how long after the session's end the login page is there again. */
export async function consoleLogin(folder: string, tell: Tell): Promise<void> {
  const opened = await openPhoneConsole(folder, lifeSeconds);
  try {
    await noteShown(opened.context);
    const late: number[] = [];
    for (let turn = 0; turn < turns; turn += 1) {
      await opened.context.clearCookies();
      const page = await opened.context.newPage();
      page.setDefaultTimeout(patience);
      const seen = watch(page, opened);
      const endsAt = await logIn(page, opened.url, turn, seen);
      if (turn === 0) (await seen.rows()).forEach(tell);
      late.push((await shownAgain(page)) - endsAt);
      await page.close();
    }
    tell([
      `from the end of a session to the login page in the console, median of ${turns}`,
      `${median(late).toFixed(0)} ms (${late.map((each) => each.toFixed(0)).join(', ')})`
    ]);
  } finally {
    await opened.close();
  }
}

/** Every login page notes when its form was painted, by the clock that the service has too. */
function noteShown(context: BrowserContext): Promise<unknown> {
  return context.addInitScript(() => {
    if (!location.pathname.endsWith('/login')) return;
    const look = (): void => {
      if (document.querySelector('main[data-state=form]') === null) return;
      watcher.disconnect();
      requestAnimationFrame(() => requestAnimationFrame(() => Object.assign(globalThis, { shownAt: Date.now() })));
    };
    const watcher = new MutationObserver(look);
    watcher.observe(document, { childList: true, subtree: true, attributes: true });
  });
}

/** When the login page that is there now showed its form. */
async function shownAt(page: Page): Promise<number> {
  const element = await page.waitForSelector('iframe[title="Phone login"]', { state: 'attached' });
  const frame = await element.contentFrame();
  if (frame === null) throw new Error('The login page has no frame.');
  const found = await frame.waitForFunction(() => (globalThis as { shownAt?: number }).shownAt);
  return Number(await found.jsonValue());
}

/** Goes from an empty tab to the dialer, and gives when the session ends. */
async function logIn(page: Page, url: string, rep: number, seen: Seen): Promise<number> {
  await page.goto(url);
  await shownAt(page);
  await stateBecomes(page, 'LOGIN_SHOWN', patience);
  const login = page.frameLocator('iframe[title="Phone login"]');
  await login.locator('#username').fill(userNameOf(rep));
  await login.locator('#password').fill(password);
  const answer = page.waitForResponse(
    (response) => response.request().method() === 'POST' && response.url().endsWith('/login')
  );
  seen.begin('login');
  await login.locator('#password').press('Enter');
  const { session } = (await (await answer).json()) as { readonly session?: { readonly expiresAt: string } };
  if (session === undefined) throw new Error('The login was refused.');
  await happens(page, 'CONNECTOR_READY');
  seen.begin('after');
  return Date.parse(session.expiresAt);
}

async function shownAgain(page: Page): Promise<number> {
  await happens(page, 'LOGOUT_RESULT');
  return shownAt(page);
}

type Phase = 'pages' | 'login' | 'after';
type Seen = {
  readonly begin: (phase: Phase) => void;
  readonly rows: () => Promise<readonly (readonly [string, string])[]>;
};

/** Counts what the browser asks the session service for, by what it is for, and the processes that serve it. */
function watch(page: Page, { servicePid }: PhoneConsole): Seen {
  let phase: Phase = 'pages';
  const asked: { readonly phase: Phase; readonly request: Request }[] = [];
  let children = 0;
  page.on('request', (request) => {
    if (new URL(request.url()).hostname !== names.service) return;
    asked.push({ phase, request });
    children = Math.max(children, childrenOf(servicePid) ?? 0);
  });
  return {
    begin: (next) => (phase = next),
    rows: async () => [
      ['one login, the pages with an empty cache', await sumOf(asked, 'pages')],
      ['one login, from the press of Enter to the dialer', await sumOf(asked, 'login')],
      ['one login, processes of the service', String(1 + children)]
    ]
  };
}

async function sumOf(
  asked: readonly { readonly phase: Phase; readonly request: Request }[],
  phase: Phase
): Promise<string> {
  const requests = asked.filter((each) => each.phase === phase).map(({ request }) => request);
  // The stream of events is under way for as long as the session, and has no size yet.
  const ended = requests.filter((request) => !request.url().endsWith('/events'));
  const sizes = await Promise.all(ended.map((request) => request.sizes()));
  const sent = sizes.reduce((sum, each) => sum + each.requestHeadersSize + each.requestBodySize, 0);
  const received = sizes.reduce((sum, each) => sum + each.responseHeadersSize + each.responseBodySize, 0);
  return `${requests.length} requests, ${inBytes(sent)} sent, ${inBytes(received)} received`;
}
