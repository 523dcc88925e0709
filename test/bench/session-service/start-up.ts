import { median, runProcess } from '../measure';
import type { Tell } from './figures';
import { startServer } from './server-process';

const turns = 5;

/** From the start of the program until it listens, for each of these settings, as a ratio to a Node that does nothing. */
export async function startUp(
  program: string,
  settings: Readonly<Record<string, string>>,
  folder: string,
  tell: Tell
): Promise<void> {
  const bare: number[] = [];
  for (let turn = 0; turn < turns; turn += 1)
    bare.push((await runProcess(process.execPath, ['-e', '0'], { cwd: folder, env: process.env })).milliseconds);
  for (const [name, file] of Object.entries(settings)) {
    const times: number[] = [];
    for (let turn = 0; turn < turns; turn += 1) {
      const server = await startServer([program, '--settings', file]);
      await server.stop();
      times.push(server.milliseconds);
    }
    const [ours, theirs] = [median(times), median(bare)];
    tell([
      `start of the session service with ${name} against node -e 0, median of ${turns}`,
      `${(ours / theirs).toFixed(1)} times (${ours.toFixed(0)} ms, ${theirs.toFixed(0)} ms)`
    ]);
  }
}
