import { chromium, type BrowserContext } from 'playwright-core';
import { findBrowser } from '../../local/console/server/find-browser';
import { resolverRules } from '../../local/console/server/names';
import { partitioned } from '../voice/browser-with-names';

/** A browser for the console: it finds its names at these ports of this computer and nothing else, and trusts one key more. */
export async function launchConsoleBrowser(options: {
  /** A folder of its own. */
  readonly profile: string;
  readonly keyHash: string;
  readonly ports: Readonly<Record<string, number>>;
  /** Whether third-party storage is divided, as it is for everybody; Playwright has it off. */
  readonly partitioning?: boolean;
}): Promise<BrowserContext> {
  const { profile, keyHash, ports, partitioning = false } = options;
  const executablePath = findBrowser(process.env);
  const { args, ...without } = await partitioned(executablePath, partitioning);
  return chromium.launchPersistentContext(profile, {
    executablePath,
    ...without,
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
      `--ignore-certificate-errors-spki-list=${keyHash}`,
      ...args
    ],
    viewport: { width: 1280, height: 800 },
    locale: 'en-US',
    timezoneId: 'UTC',
    // The runtime's own guard against the network would only confuse a browser that is told the same above.
    env: { ...process.env, NODE_OPTIONS: '' }
  });
}
