import { existsSync } from 'node:fs';
import { chromium, type Browser } from 'playwright-core';

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

/** A Chromium that takes each of these names for this computer and every other for nobody. */
export const browserWithNames = (names: readonly string[], port: number, partitioning: boolean): Promise<Browser> => {
  const rules = [...names.map((name) => `MAP ${name}:443 127.0.0.1:${port}`), 'MAP * ~NOTFOUND', 'EXCLUDE 127.0.0.1'];
  return browserWithRules(rules.join(', '), partitioning);
};

/**
 * A Chromium that finds names by these rules. Playwright turns the partitioning of third-party storage off, which Chrome has on for
 * everybody: `partitioning` turns it on again, and only by taking Playwright's own argument away.
 */
export async function browserWithRules(rules: string, partitioning: boolean): Promise<Browser> {
  const executablePath = process.env.CHROMIUM_PATH ?? places.find((place) => existsSync(place));
  if (executablePath === undefined) throw new Error('No Chromium: install one, or set CHROMIUM_PATH to its program.');
  const args = [...quiet, `--host-resolver-rules=${rules}`];
  const env = { ...process.env, NODE_OPTIONS: '' };
  if (!partitioning) return chromium.launch({ executablePath, args, env });
  const usual = await usualFeatures(executablePath);
  const fixed = usual.replace(/ThirdPartyStoragePartitioning,?/, '');
  return chromium.launch({ executablePath, args: [...args, fixed], ignoreDefaultArgs: [usual], env });
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
