import { chromium, type BrowserContext } from 'playwright-core';
import { findBrowser } from '../../local/console/server/find-browser';
import { resolverRules } from '../../local/console/server/names';

/** A browser for the console: it finds its names at these ports of this computer and nothing else, and trusts one key more. */
export function launchConsoleBrowser(options: {
  /** A folder of its own. */
  readonly profile: string;
  readonly keyHash: string;
  readonly ports: Readonly<Record<string, number>>;
}): Promise<BrowserContext> {
  const { profile, keyHash, ports } = options;
  return chromium.launchPersistentContext(profile, {
    executablePath: findBrowser(process.env),
    headless: true,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      `--host-resolver-rules=${resolverRules(ports)}, MAP * ~NOTFOUND, EXCLUDE 127.0.0.1`,
      `--ignore-certificate-errors-spki-list=${keyHash}`
    ],
    viewport: { width: 1280, height: 800 },
    locale: 'en-US',
    timezoneId: 'UTC',
    // The runtime's own guard against the network would only confuse a browser that is told the same above.
    env: { ...process.env, NODE_OPTIONS: '' }
  });
}
