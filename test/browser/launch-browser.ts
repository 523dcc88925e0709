import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chromium, type BrowserContext } from 'playwright-core';

/** A real Chromium with a profile of its own, that talks to this computer only. */
export type TestBrowser = {
  readonly context: BrowserContext;
  readonly version: string;
  /** Addresses outside this computer that a page asked for; each was refused. */
  readonly refused: readonly string[];
  readonly close: () => Promise<void>;
};

const places = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/snap/bin/chromium'];

const quiet = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--font-render-hinting=none',
  '--force-color-profile=srgb',
  // Every name and address but this computer's ends nowhere.
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE *.localhost'
];

/** Browsers take every name below localhost for this computer. */
const isHere = (hostname: string): boolean => hostname === '127.0.0.1' || hostname.endsWith('.localhost');

/** Starts the browser that CHROMIUM_PATH names, or the first of the usual ones; without any it says how to get one. */
export async function launchBrowser(): Promise<TestBrowser> {
  const executablePath = process.env.CHROMIUM_PATH ?? places.find((place) => existsSync(place));
  if (executablePath === undefined || !existsSync(executablePath))
    throw new Error(
      `No Chromium at ${process.env.CHROMIUM_PATH ?? places.join(', ')}. Install one (apt-get install chromium), or set CHROMIUM_PATH to its program.`
    );
  const profile = mkdtempSync(path.join(tmpdir(), 'ringdown-browser-'));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath,
    headless: true,
    args: quiet,
    viewport: { width: 400, height: 700 },
    deviceScaleFactor: 1,
    locale: 'en-US',
    timezoneId: 'UTC',
    // The runtime's own guard against the network would only confuse a browser that is told the same below.
    env: { ...process.env, NODE_OPTIONS: '' }
  });
  // Watched and not intercepted: the resolver above refuses them, and each interception would cost a round to this process.
  const refused: string[] = [];
  context.on('request', (request) => {
    const { protocol, hostname } = new URL(request.url());
    if (protocol !== 'data:' && protocol !== 'blob:' && !isHere(hostname)) refused.push(request.url());
  });
  context.setDefaultTimeout(8000);
  return {
    context,
    version: context.browser()?.version() ?? '',
    refused,
    close: async () => {
      await context.close();
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    }
  };
}
