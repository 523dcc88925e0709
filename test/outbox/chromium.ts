import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { connectDevTools, type DevTools } from './dev-tools';

/** One page, in a process of its own. */
export type Tab = {
  /** The value of an expression, awaited; rejects with what it throws, and when the page's process goes first. */
  readonly evaluate: <Value>(expression: string) => Promise<Value>;
  /** Loads a page; resolves when its script has run. Works after a crash. */
  readonly open: (url: string) => Promise<void>;
  /** Kills the process of the page: no code of it runs any more, nothing is closed politely. */
  readonly kill: () => void;
  /** Resolves when the process is gone. */
  readonly gone: () => Promise<void>;
  readonly send: (method: string, params?: object) => Promise<unknown>;
  readonly close: () => Promise<void>;
};

/** A browser of which every tab can be killed alone. */
export type Chromium = {
  readonly newTab: () => Promise<Tab>;
  readonly openTab: (url: string) => Promise<Tab>;
  readonly close: () => Promise<void>;
};

const flags = [
  '--headless',
  '--remote-debugging-port=0',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-extensions',
  '--renderer-process-limit=50',
  '--disable-breakpad',
  '--disable-crash-reporter',
  // Tabs of these tests are never in front; they must not be slowed for that.
  '--disable-background-timer-throttling',
  '--disable-renderer-backgrounding'
];

/** Starts Chromium and speaks its own protocol: hundreds of pages that live for a moment cost half of what a driver makes of them. */
export async function launchChromium(): Promise<Chromium> {
  const profile = await mkdtemp(path.join(tmpdir(), 'ringdown-chromium-'));
  const browser = spawn('/usr/bin/chromium', [...flags, `--user-data-dir=${profile}`], {
    stdio: ['ignore', 'ignore', 'pipe']
  });
  const ended = new Promise<void>((resolve) => browser.once('exit', () => resolve()));
  const address = await new Promise<string>((resolve, reject) => {
    let said = '';
    browser.once('exit', () => reject(new Error(`Chromium did not start: ${said}`)));
    browser.stderr.on('data', (chunk: Buffer) => {
      said = (said + chunk.toString()).slice(-10_000);
      const found = /ws:\/\/\S+/.exec(said);
      if (found) resolve(found[0]);
    });
  });
  const devTools = await connectDevTools(address);
  return {
    newTab: () => newTab(devTools),
    openTab: async (url) => {
      const tab = await newTab(devTools);
      await tab.open(url);
      return tab;
    },
    close: async () => {
      devTools.close();
      browser.kill('SIGKILL');
      await ended;
      await rm(profile, { recursive: true, force: true, maxRetries: 5 });
    }
  };
}

type Evaluated = {
  readonly result: { readonly value?: unknown };
  readonly exceptionDetails?: { readonly text: string; readonly exception?: { readonly description?: string } };
};

async function newTab(devTools: DevTools): Promise<Tab> {
  const { targetId } = (await devTools.send('Target.createTarget', { url: 'about:blank' })) as { targetId: string };
  const attached = await devTools.send('Target.attachToTarget', { targetId, flatten: true });
  const { sessionId } = attached as { sessionId: string };
  const send = (method: string, params: object = {}): Promise<unknown> => devTools.send(method, params, sessionId);
  await Promise.all([send('Inspector.enable'), send('Page.enable')]);
  let crashed = devTools.event(sessionId, 'Inspector.targetCrashed');

  async function evaluate<Value>(expression: string): Promise<Value> {
    const asked = { expression: keptUntilSettled(expression), awaitPromise: true, returnByValue: true };
    const work = send('Runtime.evaluate', asked).catch((cause: unknown) => {
      throw new Error(`${expression.slice(0, 200)}: ${String(cause)}`, { cause });
    });
    const { result, exceptionDetails } = (await Promise.race([work, crashed.then(refuse)])) as Evaluated;
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value as Value;
  }

  return {
    evaluate,
    send,
    open: async (url) => {
      crashed = devTools.event(sessionId, 'Inspector.targetCrashed');
      const loaded = devTools.event(sessionId, 'Page.domContentEventFired');
      await send('Page.navigate', { url });
      await loaded;
    },
    kill: () => {
      send('Page.crash').catch(() => undefined);
    },
    gone: () => crashed,
    close: async () => {
      await devTools.send('Target.closeTarget', { targetId });
    }
  };
}

/** The browser answers "Promise was collected" now and then when nothing in the page holds what is awaited from outside. */
function keptUntilSettled(expression: string): string {
  return `(() => {
    const awaited = (globalThis.awaited ??= new Set());
    const work = Promise.resolve(${expression});
    awaited.add(work);
    const drop = () => awaited.delete(work);
    work.then(drop, drop);
    return work;
  })()`;
}

function refuse(): never {
  throw new Error('The page crashed.');
}
