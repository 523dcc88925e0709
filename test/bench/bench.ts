import { cpSync, mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { agentProfile, writeBenchProject } from './bench-config';
import { calls } from './calls';
import { startOrgProcess, type OrgProcess } from './local-org-process';
import { lightningPages } from './lightning-pages';
import { median, runProcess, type Run } from './measure';
import { sessionService } from './session-service';
import { installWithSf } from './sf-installation';

/** Prints what an installation, the components, calls and the session service cost: counts, and times as ratios within this run. */
async function main(): Promise<void> {
  const root = mkdtempSync(join(tmpdir(), 'ringdown-bench-'));
  try {
    // Each part takes a minute or two: what is known is shown.
    const tell = ([name, value]: FigureRow): void => void process.stdout.write(`${name}: ${value}\n`);
    (await installations(root)).forEach(tell);
    (await startUp(root)).forEach(tell);
    await lightningPages(tell);
    await calls(tell);
    await sessionService(tell);
  } finally {
    rmSync(root, { recursive: true });
  }
}

type FigureRow = readonly [name: string, value: string];

async function installations(root: string): Promise<readonly FigureRow[]> {
  const rows: FigureRow[] = [];
  for (const latency of [0, 100]) {
    const ours = await measureRingdown(root, 5, latency);
    const theirs = await measureSf(root, latency);
    rows.push(
      [`full install, 5 users, ${latency} ms latency: requests up to the last write`, `ringdown ${ours.written}`],
      [
        `full install, 5 users, ${latency} ms latency: requests to read everything back`,
        `ringdown ${ours.install - ours.written}`
      ],
      [
        `full install, 5 users, ${latency} ms latency: requests in all`,
        `ringdown ${ours.install}, sf ${theirs.requests}`
      ],
      [`full install, 5 users, ${latency} ms latency: processes`, `ringdown 1, sf ${theirs.processes}`],
      [`full install, 5 users, ${latency} ms latency: wall time`, ratio(ours.milliseconds, theirs.milliseconds)],
      [`verify alone, ${latency} ms latency: requests`, `ringdown ${ours.verify}`],
      [
        `second run, ${latency} ms latency: requests`,
        `ringdown ${ours.second}, state ${ours.unchanged ? 'unchanged' : 'CHANGED'}`
      ]
    );
  }
  const many = await measureRingdown(root, 200, 0);
  rows.push(['full install, 200 users: requests in all', `ringdown ${many.install}`]);
  rows.push([
    'second run, 200 users: requests',
    `ringdown ${many.second}, state ${many.unchanged ? 'unchanged' : 'CHANGED'}`
  ]);
  return rows;
}

type Ours = {
  readonly install: number;
  /** Up to and including the last write. */
  readonly written: number;
  readonly verify: number;
  readonly second: number;
  readonly unchanged: boolean;
  readonly milliseconds: number;
};

const ringdown = join(__dirname, '../../scripts/ringdown.cjs');

async function measureRingdown(root: string, users: number, latency: number): Promise<Ours> {
  return withOrg(root, `ours-${users}-${latency}`, users, latency, async (org, directory) => {
    const run = async (...args: readonly string[]): Promise<Run> => {
      const done = await runProcess(process.execPath, [ringdown, ...args], {
        cwd: directory,
        env: { ...process.env, BENCH_TOKEN: org.accessToken }
      });
      if (done.exitCode !== 0)
        throw new Error(`ringdown ${args.join(' ')}: exit ${done.exitCode}\n${done.stdout}\n${done.stderr}`);
      return done;
    };
    await org.takeRequests();
    const { milliseconds } = await run('apply', '--org', 'bench');
    const sent = await org.takeRequests();
    // Everything after the last write reads back what was written.
    const written = sent.findLastIndex((request) => /^POST .*\/v\d+\.0\/composite$/.test(request)) + 1;
    await run('verify', '--org', 'bench');
    const verify = (await org.takeRequests()).length;
    const before = await org.stateHash();
    await org.takeRequests();
    await run('apply', '--org', 'bench');
    const second = (await org.takeRequests()).length;
    return {
      install: sent.length,
      written,
      verify,
      second,
      unchanged: before === (await org.stateHash()),
      milliseconds
    };
  });
}

async function measureSf(
  root: string,
  latency: number
): Promise<{ requests: number; processes: number; milliseconds: number }> {
  return withOrg(root, `sf-${latency}`, 5, latency, async (org, directory) => {
    const built = await runProcess(process.execPath, [ringdown, 'build', '--org', 'bench', '--out', 'built'], {
      cwd: directory,
      env: process.env
    });
    if (built.exitCode !== 0)
      throw new Error(`ringdown build: exit ${built.exitCode}\n${built.stdout}\n${built.stderr}`);
    const source = join(directory, 'source/main/default');
    mkdirSync(source, { recursive: true });
    cpSync(join(directory, 'built/force-app/post-install/default'), source, { recursive: true });
    await org.takeRequests();
    const done = await installWithSf(org, directory, 'source');
    return { requests: (await org.takeRequests()).length, ...done };
  });
}

async function withOrg<Result>(
  root: string,
  name: string,
  users: number,
  latency: number,
  work: (org: OrgProcess, directory: string) => Promise<Result>
): Promise<Result> {
  const directory = join(root, name);
  mkdirSync(directory, { recursive: true });
  const catalog = join(directory, 'catalog.json');
  writeFileSync(catalog, JSON.stringify(benchCatalog(users)));
  const org = await startOrgProcess(join(directory, 'state'), catalog);
  try {
    writeBenchProject(directory, org.url);
    await org.settings({ latency, deployPolls: 1, installPolls: 1 });
    process.stderr.write(`measuring ${name} …\n`);
    return await work(org, directory);
  } finally {
    await org.stop();
  }
}

function benchCatalog(users: number): unknown {
  return {
    profiles: [{ name: agentProfile }],
    users: Array.from({ length: users }, (_, index) => ({
      username: `bench.${index}@example.com`,
      firstName: 'Bench',
      lastName: `Agent ${index}`,
      email: `bench.${index}@example.com`,
      profile: agentProfile
    })),
    featureLicenses: { SupportUser: users + 10 }
  };
}

async function startUp(root: string): Promise<readonly FigureRow[]> {
  const time = async (args: readonly string[]): Promise<number> => {
    const runs: number[] = [];
    for (let turn = 0; turn < 11; turn += 1) {
      runs.push((await runProcess(process.execPath, args, { cwd: root, env: process.env })).milliseconds);
    }
    return median(runs);
  };
  const bare = await time(['-e', '0']);
  const help = await time([ringdown, '--help']);
  const times = (help / bare).toFixed(2);
  return [
    ['ringdown --help against node -e 0, median of 11', `${times} times (${help.toFixed(0)} ms, ${bare.toFixed(0)} ms)`]
  ];
}

function ratio(ours: number, theirs: number): string {
  return `ringdown ${(ours / 1000).toFixed(2)} s, sf ${(theirs / 1000).toFixed(2)} s: 1 to ${(theirs / ours).toFixed(1)}`;
}

void main();
