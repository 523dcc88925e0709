import { existsSync } from 'node:fs';
import path from 'node:path';

const programs = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome', 'msedge'];
const elsewhere = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe'
];

/** The Chromium or Chrome of this computer: what CHROMIUM_PATH names, or the first on the PATH or in its usual place. */
export function findBrowser(
  environment: Readonly<Record<string, string | undefined>>,
  exists: (file: string) => boolean = existsSync
): string {
  const { CHROMIUM_PATH: named, PATH = '' } = environment;
  if (named !== undefined && named !== '') {
    if (exists(named)) return named;
    throw new Error(`CHROMIUM_PATH names ${named}, which is not there.`);
  }
  const folders = PATH.split(path.delimiter).filter((folder) => folder !== '');
  const suffix = path.delimiter === ';' ? '.exe' : '';
  const onPath = programs.flatMap((program) => folders.map((folder) => path.join(folder, `${program}${suffix}`)));
  const found = [...onPath, ...elsewhere].find((file) => exists(file));
  if (found === undefined)
    throw new Error(
      'No Chromium or Chrome was found. Install one (such as apt-get install chromium), or set CHROMIUM_PATH to its program.'
    );
  return found;
}
