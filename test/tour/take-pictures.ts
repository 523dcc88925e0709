import { mkdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { voiceDay } from './voice-day';
import { openCtiDay } from './open-cti-day';

/** Where the README finds them. */
const folder = path.join(__dirname, '../../docs/pictures');
/** A page with pictures that are heavier than this takes too long over a slow line. */
const mostBytes = 80 * 1024;

/** Takes every picture of the README anew, from the console as it is now. */
async function main(): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const taken = [...(await openCtiDay(folder)), ...(await voiceDay(folder))];
  for (const file of taken) {
    const { size } = statSync(file);
    process.stdout.write(`${path.basename(file)}: ${Math.ceil(size / 1024)} KiB\n`);
    if (size > mostBytes) throw new Error(`${path.basename(file)} is larger than ${mostBytes / 1024} KiB`);
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exitCode = 1;
});
