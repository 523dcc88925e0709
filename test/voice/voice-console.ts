import { type Browser, type BrowserContext, type Frame, type FrameLocator, type Page } from 'playwright-core';
import { type HandPhone } from './hand-phone';
import { type TestHost } from './pages/host';
import { hostName, orgId, voiceName } from './voice-world';

export type Said = { readonly type: string; readonly payload?: unknown };

export const statuses = {
  '0': { statusName: 'Offline', hasChannels: 'false', isOffline: 'true', statusId: '0' },
  '0N5000000000001': { statusName: 'Available', hasChannels: 'true', isOffline: 'false', statusId: '0N5000000000001' },
  '0N5000000000002': { statusName: 'Lunch', hasChannels: 'false', isOffline: 'false', statusId: '0N5000000000002' }
};

/** What Salesforce hands to `init`; `/internalNameLabel` and `/reqHvcc` are the parts that the SDK logs. */
export const config = {
  organizationId: orgId,
  userId: '005000000000001AAA',
  userName: 'ada@example.com',
  isACWAllowed: true,
  userPresenceStatuses: JSON.stringify(statuses),
  '/internalNameLabel': 'x',
  '/reqHvcc/reqLongDistPrefix': '+1'
};

/** A tab with the host page, our connector in it, and the login page when it is shown. */
export type VoiceConsole = {
  readonly page: Page;
  readonly context: BrowserContext;
  readonly login: FrameLocator;
  readonly setUp: (changes?: object) => Promise<void>;
  readonly send: (message: object) => Promise<void>;
  readonly heard: () => Promise<readonly Said[]>;
  /** Waits for the nth event of this type from Salesforce's point of view, and gives its payload. */
  readonly event: (type: string, nth?: number) => Promise<unknown>;
  readonly message: (type: string, nth?: number) => Promise<unknown>;
  readonly events: () => Promise<readonly string[]>;
  readonly poison: (message: unknown, withPort?: boolean) => Promise<void>;
  readonly connector: () => Frame;
  /** Runs in the connector's page, with its phone. */
  readonly withPhone: <Result>(work: (phone: HandPhone) => Result) => Promise<Result>;
  readonly signIn: (username?: string, password?: string) => Promise<void>;
  /** What pages said about mistakes. */
  readonly said: string[];
  readonly close: () => Promise<void>;
};

export type ConsoleOptions = {
  readonly context?: BrowserContext;
  readonly language?: string;
  readonly isConnectorShown?: boolean;
  readonly prepare?: (context: BrowserContext) => Promise<unknown>;
};

export async function openConsole(browser: Browser, options: ConsoleOptions = {}): Promise<VoiceConsole> {
  const context = options.context ?? (await browser.newContext({ ignoreHTTPSErrors: true, locale: 'en-US' }));
  context.setDefaultTimeout(10_000);
  await options.prepare?.(context);
  const page = await context.newPage();
  const said: string[] = [];
  page.on('pageerror', (error) => said.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource')) said.push(message.text());
  });
  const base = `https://${voiceName}/orgs/${orgId}`;
  const login = `${base}/login?language=${options.language ?? 'en'}`;
  const shown = options.isConnectorShown ? '&hide=no' : '';
  await page.goto(
    `https://${hostName}/?connector=${encodeURIComponent(`${base}/connector`)}&login=${encodeURIComponent(login)}${shown}`
  );
  await page.waitForSelector('body[data-connector=loaded]', { state: 'attached' });

  const connector = (): Frame => {
    const frame = page.frames().find((each) => each.url().endsWith('/connector'));
    if (frame === undefined) throw new Error('There is no connector.');
    return frame;
  };
  const told = async (type: string, nth: number, isEvent: boolean): Promise<unknown> => {
    const found = await page.waitForFunction(
      ([wanted, place, event]) => {
        const host = (globalThis as unknown as { host: TestHost }).host;
        const payloads = host.heard.flatMap((each) => {
          if (!event) return each.type === wanted ? [each.payload] : [];
          return each.payload?.telephonyEventType === wanted ? [each.payload.telephonyEventPayload] : [];
        });
        // As the text of the wire: what is undefined is not there.
        return payloads.length > place
          ? { payload: JSON.parse(JSON.stringify(payloads[place] ?? null)) as unknown }
          : undefined;
      },
      [type, nth, isEvent] as const
    );
    return ((await found.jsonValue()) as { payload: unknown }).payload;
  };
  const heard = (): Promise<readonly Said[]> =>
    page.evaluate(() => (globalThis as unknown as { host: TestHost }).host.heard);
  const frame = page.frameLocator('#login');

  return {
    page,
    context,
    login: frame,
    said,
    connector,
    heard,
    setUp: (changes = {}) =>
      page.evaluate((given) => (globalThis as unknown as { host: TestHost }).host.setUp(given), {
        ...config,
        ...changes
      }),
    send: (message) =>
      page.evaluate((given) => (globalThis as unknown as { host: TestHost }).host.send(given), message),
    event: (type, nth = 0) => told(type, nth, true),
    message: (type, nth = 0) => told(type, nth, false),
    events: async () =>
      (await heard()).flatMap(({ type, payload }) => {
        const event = (payload as { telephonyEventType?: string } | undefined)?.telephonyEventType;
        return type === 'LOG' ? [] : [event ?? type];
      }),
    poison: (message, withPort = false) =>
      page.evaluate(([given, port]) => (globalThis as unknown as { host: TestHost }).host.poison(given, port), [
        message,
        withPort
      ] as const),
    withPhone: (work) => connector().evaluate(`(${work.toString()})(globalThis.phone)`),
    signIn: async (username = 'ada', password = 'correct horse') => {
      await frame.locator('#username').fill(username);
      await frame.locator('#password').fill(password);
      await frame.locator('#password').press('Enter');
    },
    close: () => context.close()
  };
}
