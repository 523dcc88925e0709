import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { chromium, type Browser, type BrowserContext } from 'playwright-core';

const places = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/snap/bin/chromium'];

const quiet = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync'
];

/**
 * The same as an everyday profile that allows third-party cookies: Chrome blocks them in a private window by default, and Playwright's
 * contexts are such; some builds block them in every profile. `blocked` are pairs of origins, framed and outermost, where it keeps no
 * cookie, partitioned or not. Whoever asked removes the folder.
 */
export async function profileWithNames(
  names: readonly string[],
  port: number,
  folder: string,
  blocked: readonly (readonly [string, string])[] = []
): Promise<BrowserContext> {
  const cookies = Object.fromEntries(
    blocked.map(([framed, outermost]) => [`${framed}:443,${outermost}:443`, { setting: 2 }])
  );
  const choices = JSON.stringify({
    profile: {
      cookie_controls_mode: 0,
      block_third_party_cookies: false,
      content_settings: { exceptions: { cookies } }
    }
  });
  await mkdir(path.join(folder, 'Default'), { recursive: true });
  await writeFile(path.join(folder, 'Default', 'Preferences'), choices);
  const args = [...quiet, `--host-resolver-rules=${rulesFor(names, port)}`];
  const env = { ...process.env, NODE_OPTIONS: '' };
  return chromium.launchPersistentContext(folder, { executablePath: program(), args, env, ignoreHTTPSErrors: true });
}

/** A Chromium that takes each of these names for this computer and every other for nobody. */
export const browserWithNames = (names: readonly string[], port: number, partitioning: boolean): Promise<Browser> => {
  return browserWithRules(rulesFor(names, port), partitioning);
};

const rulesFor = (names: readonly string[], port: number): string =>
  [...names.map((name) => `MAP ${name}:443 127.0.0.1:${port}`), 'MAP * ~NOTFOUND', 'EXCLUDE 127.0.0.1'].join(', ');

/**
 * A Chromium that finds names by these rules. Playwright turns the partitioning of third-party storage off, which Chrome has on for
 * everybody: `partitioning` turns it on again, and only by taking Playwright's own argument away.
 */
export async function browserWithRules(rules: string, partitioning: boolean): Promise<Browser> {
  const executablePath = program();
  const env = { ...process.env, NODE_OPTIONS: '' };
  const { args, ...without } = await partitioned(executablePath, partitioning);
  return chromium.launch({
    ...{ executablePath, env, ...without },
    args: [...quiet, `--host-resolver-rules=${rules}`, ...args]
  });
}

/** The arguments, and those of Playwright that must go, of a browser whose third-party storage is partitioned, or is not. */
export async function partitioned(
  executablePath: string,
  partitioning: boolean
): Promise<{ readonly args: readonly string[]; readonly ignoreDefaultArgs?: string[] }> {
  if (!partitioning) return { args: [] };
  const usual = await usualFeatures(executablePath);
  return { args: [usual.replace(/ThirdPartyStoragePartitioning,?/, '')], ignoreDefaultArgs: [usual] };
}

function program(): string {
  const found = process.env.CHROMIUM_PATH ?? places.find((place) => existsSync(place));
  if (found === undefined) throw new Error('No Chromium: install one, or set CHROMIUM_PATH to its program.');
  return found;
}

/** The argument with which Playwright switches features off, read from a browser that it started. */
async function usualFeatures(executablePath: string): Promise<string> {
  const server = await chromium.launchServer({ executablePath, args: ['--no-sandbox'] });
  const found = server.process().spawnargs.find((each) => each.startsWith('--disable-features='));
  await server.close();
  if (!found?.includes('ThirdPartyStoragePartitioning'))
    throw new Error('Playwright no longer switches the partitioning off: this detour can go.');
  return found;
}
