import type { Load } from './load-plan';
import { runLoad } from './run-load';

const checkers = 16;
/** Fewer than may wait for the hash, so that no login is refused. */
const loggingIn = 8;

/** Checks that are not measured: the program is compiled in its hot parts, and its memory is that of a node at work. */
export async function settle(ports: readonly number[], sessions: number): Promise<void> {
  const most = 5000 * ports.length;
  await runLoad({
    ports,
    connections: checkers,
    milliseconds: 30_000,
    most,
    work: { kind: 'check', sessions }
  });
}

export function measureChecks(ports: readonly number[], sessions: number): Promise<Load> {
  const work = { kind: 'check', sessions } as const;
  return runLoad({ ports, connections: checkers, milliseconds: 2000, work });
}

/** Each run begins with a rep whom no other has used. */
export function measureLogins(ports: readonly number[], firstRep: number, milliseconds = 4000): Promise<Load> {
  return runLoad({ ports, connections: loggingIn, milliseconds, work: { kind: 'login', firstRep } });
}
