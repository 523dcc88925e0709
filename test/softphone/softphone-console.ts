import { type Browser, type BrowserContext, type Frame, type FrameLocator, type Page } from 'playwright-core';
import { type HandPhone } from '../voice/hand-phone';
import { hostName, openVoiceWorld, orgId, voiceName, type VoiceWorld, type WorldOptions } from '../voice/voice-world';
import { type TestHost } from './pages/host';

/** The session service with its softphone page, and Salesforce's side of Open CTI. */
export const openSoftphoneWorld = (more: Pick<WorldOptions, 'authenticators'> = {}): Promise<VoiceWorld> =>
  openVoiceWorld({
    ...more,
    assets: {
      'softphone.js': { entry: 'test/softphone/pages/softphone.ts' },
      'softphone.css': { style: 'web/softphone/softphone.css' }
    },
    host: 'test/softphone/pages/host.ts',
    hostScripts: { '/support/api/60.0/lightning/opencti_min.js': 'test/softphone/pages/library.ts' }
  });

/** A tab of Salesforce with the softphone in its utility bar. */
export type SoftphoneConsole = {
  readonly page: Page;
  readonly context: BrowserContext;
  readonly softphone: FrameLocator;
  readonly frame: () => Frame;
  readonly withPhone: <Result>(work: (phone: HandPhone) => Result) => Promise<Result>;
  readonly withHost: <Result, Given>(work: (host: TestHost, given: Given) => Result, given?: Given) => Promise<Result>;
  /** Waits until Salesforce was called so, and gives the arguments of the last such call. */
  readonly called: (name: string, least?: number) => Promise<Readonly<Record<string, unknown>>>;
  /** Waits for a message of this type on the channel, and gives the body of the last. */
  readonly message: (type: string, least?: number) => Promise<Readonly<Record<string, never>>>;
  readonly signIn: (username?: string, password?: string) => Promise<void>;
  /** What pages said about mistakes. */
  readonly said: string[];
  readonly close: () => Promise<void>;
};

export type SoftphoneOptions = {
  readonly context?: BrowserContext;
  readonly language?: string;
  /** Of Salesforce's side: `fail`, `silent`, `auto`, `namespace`, `user`, `userName`, `width`. */
  readonly query?: Readonly<Record<string, string>>;
  readonly prepare?: (context: BrowserContext) => Promise<unknown>;
};

export async function openSoftphone(browser: Browser, options: SoftphoneOptions = {}): Promise<SoftphoneConsole> {
  const locale = options.language ?? 'en-US';
  const context = options.context ?? (await browser.newContext({ ignoreHTTPSErrors: true, locale }));
  context.setDefaultTimeout(10_000);
  await options.prepare?.(context);
  const page = await context.newPage();
  const said: string[] = [];
  page.on('pageerror', (error) => said.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') said.push(message.text());
  });
  const query = new URLSearchParams({ softphone: `https://${voiceName}/orgs/${orgId}/softphone`, ...options.query });
  await page.goto(`https://${hostName}/?${query}`);
  const softphone = page.frameLocator('#softphone');
  const withHost: SoftphoneConsole['withHost'] = (work, given) =>
    page.evaluate(`(${work.toString()})(globalThis.openCtiHost, ${JSON.stringify(given) ?? 'undefined'})`);
  const last = async (of: 'calls' | 'said', name: string, least: number): Promise<Readonly<Record<string, never>>> => {
    const found = await page.waitForFunction(
      ([list, wanted, count]) => {
        const all =
          list === 'calls'
            ? globalThis.openCtiHost.calls.filter((call) => call.name === wanted).map(({ given }) => given)
            : globalThis.openCtiHost.said
                .filter(({ message }) => message.type === wanted)
                .map(({ message }) => message.body);
        return all.length >= count ? all.at(-1) : undefined;
      },
      [of, name, least] as const
    );
    return found.jsonValue() as Promise<Readonly<Record<string, never>>>;
  };
  const frame = (): Frame => page.frames().find((each) => each.url().includes('/softphone?'))!;
  return {
    page,
    context,
    softphone,
    frame,
    said,
    withHost,
    withPhone: (work) => frame().evaluate(`(${work.toString()})(globalThis.phone)`),
    called: (name, least = 1) => last('calls', name, least),
    message: (type, least = 1) => last('said', type, least),
    signIn: async (username = 'ada', password = 'correct horse') => {
      const login = softphone.frameLocator('iframe.login');
      await login.locator('#username').fill(username);
      await login.locator('#password').fill(password);
      await login.locator('form#login button[type=submit]').click();
    },
    close: () => (options.context ? page.close() : context.close())
  };
}
