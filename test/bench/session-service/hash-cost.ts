import { hashPassword } from '../../../web/session-service/authenticators/password-hash';
import { median } from '../measure';
import type { Tell } from './figures';
import { password } from './service-folder';

/** As many as the service checks at once. */
const atOnce = 2;
const rounds = 5;

/** What the service's password hash costs alone, which is nearly all of a login; gives how many this computer makes in a second. */
export async function hashCost(tell: Tell): Promise<number> {
  const alone: number[] = [];
  for (let round = 0; round < rounds; round += 1) alone.push(await timeOf(1));
  const together: number[] = [];
  for (let round = 0; round < rounds; round += 1) together.push(await timeOf(atOnce));
  const perSecond = (atOnce * 1000) / median(together);
  tell([
    `one password hash (scrypt, 128 MiB), median of ${rounds}`,
    `${median(alone).toFixed(0)} ms alone; ${perSecond.toFixed(1)} a second when ${atOnce} run at once, as in a node`
  ]);
  return perSecond;
}

async function timeOf(count: number): Promise<number> {
  const start = performance.now();
  await Promise.all(Array.from({ length: count }, () => hashPassword(password)));
  return performance.now() - start;
}
