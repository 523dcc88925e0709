import { setTimeout as pause } from 'node:timers/promises';

/** Waits until the claim holds, and says what did not come when it never does. */
export async function until(
  what: string,
  holds: () => boolean | Promise<boolean>,
  milliseconds = 20_000
): Promise<void> {
  const deadline = Date.now() + milliseconds;
  while (!(await holds())) {
    if (Date.now() > deadline) throw new Error(`It never came: ${what}`);
    await pause(25);
  }
}
