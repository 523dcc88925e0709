import { median, percentile } from '../measure';
import type { Load, LoadPlan, Work } from './load-plan';
import { sessionId } from './many-sessions';
import { openConnection, requestText, type PlainAnswer, type PlainConnection } from './plain-connection';
import { orgId, origin, password, userNameOf } from './service-folder';

/** Does what its one argument says, a LoadPlan, and prints what came of it. */
async function main(): Promise<void> {
  const plan = JSON.parse(process.argv[2] ?? '') as LoadPlan;
  const { ports, milliseconds, most = Infinity, work } = plan;
  const connections = await Promise.all(
    Array.from({ length: plan.connections }, (_, index) => openConnection(ports[index % ports.length]!))
  );
  const times: number[] = [];
  let begun = 0;
  const start = performance.now();
  const isOver = (): boolean => begun >= most || performance.now() - start >= milliseconds;
  await Promise.all(
    connections.map(async (connection) => {
      while (!isOver()) times.push(await doOnce(connection, work, begun++));
    })
  );
  const seconds = (performance.now() - start) / 1000;
  connections.forEach(({ close }) => close());
  const load: Load = {
    count: times.length,
    perSecond: times.length / seconds,
    median: median(times),
    p99: percentile(times, 0.99)
  };
  process.stdout.write(JSON.stringify(load));
}

/** How long the answer took, in milliseconds. */
function doOnce(connection: PlainConnection, work: Work, index: number): Promise<number> {
  return work.kind === 'check' ? check(connection, work) : login(connection, work.firstRep + index);
}

async function check(connection: PlainConnection, work: Extract<Work, { kind: 'check' }>): Promise<number> {
  const cookie = `__Host-ringdown-${orgId}=${sessionId(Math.floor(Math.random() * work.sessions))}`;
  const request = requestText({ method: 'GET', path: `/orgs/${orgId}/session`, headers: { cookie } });
  const start = performance.now();
  const answer = await connection.ask(request);
  const milliseconds = performance.now() - start;
  if (answer.status !== 200 || !answer.body.includes('"state":"signed-in"')) throw unexpected('check', answer);
  return milliseconds;
}

/** The page's two requests; what is timed is the one with the password. */
async function login(connection: PlainConnection, rep: number): Promise<number> {
  const address = `10.${(rep >> 16) & 255}.${(rep >> 8) & 255}.${rep & 255}`;
  const headers = { origin, 'x-ringdown': '1', 'x-forwarded-for': address };
  const ask = (end: string, body: unknown): Promise<PlainAnswer> =>
    connection.ask(requestText({ method: 'POST', path: `/orgs/${orgId}/${end}`, headers, body }));
  const whom = { userId: '005000000000001AAA', userName: `rep${rep}@example.com`, callCenter: 'Support' };
  const begun = await ask('attempts', whom);
  if (begun.status !== 201) throw unexpected('attempt', begun);
  const { attemptId, secret } = JSON.parse(begun.body) as { attemptId: string; secret: string };
  const start = performance.now();
  const answer = await ask('login', { attemptId, secret, username: userNameOf(rep), password });
  const milliseconds = performance.now() - start;
  if (answer.status !== 200 || !answer.body.includes('"session":')) throw unexpected('login', answer);
  return milliseconds;
}

function unexpected(what: string, { status, body }: PlainAnswer): Error {
  return new Error(`The ${what} was answered with ${status} ${body.slice(0, 200)}`);
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exit(1);
});
