import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { startOrg } from '../../local/org/start-org';
import type { Command, CommandContext, CommandResult } from '../../scripts/commands/command';
import { systemClock, type Clock } from '../../scripts/clock';
import type { RingdownEvent } from '../../scripts/events';
import { explainFailure } from '../../scripts/explain-failure';
import type { RingdownError } from '../../scripts/errors/ringdown-error';
import { createOrg } from '../../scripts/org/create-org';
import type { Org } from '../../scripts/org/org';
import { readPage } from '../../scripts/org/read-page';
import { readSecret } from '../../scripts/org/secret';
import { connectSessionService } from '../../scripts/org/session-service';
import { parseCommandLine } from '../../scripts/parse-command-line';
import { run as agentsCheck } from '../../scripts/commands/agents-check';
import { run as apply } from '../../scripts/commands/apply';
import { run as logsReconcile } from '../../scripts/commands/logs-reconcile';
import { run as matchExplain } from '../../scripts/commands/match-explain';
import { run as plan } from '../../scripts/commands/plan';
import { run as verify } from '../../scripts/commands/verify';

export type RunningOrg = Awaited<ReturnType<typeof startOrg>>;
export type StartOptions = Parameters<typeof startOrg>[0];

export type Workspace = {
  readonly directory: string;
  readonly org: RunningOrg;
  readonly events: RingdownEvent[];
  write(path: string, text: string): void;
  /** Runs a command as the command line would, in this process, against this workspace's org. */
  run(...args: readonly string[]): Promise<CommandResult>;
  /** The same, for a command that must fail. */
  fail(...args: readonly string[]): Promise<RingdownError>;
  close(): Promise<void>;
};

export type WorkspaceOptions = {
  readonly org?: Partial<StartOptions>;
  /** Text of config/ringdown.yaml. */
  readonly config: string;
  readonly clock?: Clock;
  readonly ask?: CommandContext['ask'];
  readonly signal?: AbortSignal;
  /** Where the tool's own packages stand; default: this repository. */
  readonly toolDirectory?: string;
  /** Where the session service really answers, whatever the configuration says. */
  readonly service?: { readonly url: string; readonly token?: string };
};

const commands: Readonly<Record<string, Command>> = {
  apply,
  plan,
  verify,
  'agents check': agentsCheck,
  'match explain': matchExplain,
  'logs reconcile': logsReconcile
};

/** A directory with a configuration, and a local org in this process. */
export async function openWorkspace({
  org: given,
  config,
  clock = quickClock,
  ask,
  signal,
  service,
  toolDirectory = join(__dirname, '../..')
}: WorkspaceOptions): Promise<Workspace> {
  const directory = mkdtempSync(join(tmpdir(), 'ringdown-e2e-'));
  const write = (path: string, text: string): void => {
    mkdirSync(dirname(join(directory, path)), { recursive: true });
    writeFileSync(join(directory, path), text);
  };
  write('config/ringdown.yaml', config);
  const org = await startOrg({ kind: 'sandbox', ...given });
  const events: RingdownEvent[] = [];

  const run = async (...args: readonly string[]): Promise<CommandResult> => {
    const { command, options, positionals } = parseCommandLine(args);
    const context: CommandContext = {
      options,
      positionals,
      env: {},
      cwd: directory,
      toolDirectory,
      emit: (event) => events.push(event),
      clock,
      signal: signal ?? new AbortController().signal,
      ask,
      stateDirectory: join(directory, '.ringdown'),
      localOrgs: { start: unused, stop: unused, reset: unused, status: () => Promise.resolve(undefined) },
      readPage: (url, framedBy) =>
        readPage(url.replace(/^https:\/\/[^/]+/, service?.url ?? 'http://127.0.0.1:1'), {
          signal: signal ?? new AbortController().signal,
          framedBy
        }),
      connectSessionService: ({ adminToken }) =>
        connectSessionService({
          service: service?.url ?? 'http://127.0.0.1:1',
          token: () =>
            readSecret(adminToken, 'the admin token', {
              env: { RINGDOWN_ADMIN_TOKEN: service?.token },
              cwd: directory
            }),
          signal: signal ?? new AbortController().signal
        }),
      connect: ({ apiVersion }): Promise<Org> =>
        Promise.resolve(
          createOrg({
            session: { instanceUrl: org.url, accessToken: org.accessToken },
            apiVersion,
            clock,
            emit: (event) => events.push(event),
            signal: signal ?? new AbortController().signal,
            installationKeyOf: () => undefined
          })
        )
    };
    const found = commands[command ?? ''];
    if (found === undefined) throw new Error(`no command ${command ?? ''} here`);
    return found(context);
  };

  return {
    directory,
    org,
    events,
    write,
    run,
    fail: async (...args) => {
      const [result] = await Promise.allSettled([run(...args)]);
      if (result.status === 'fulfilled') throw new Error(`expected a failure, got exit code ${result.value.exitCode}`);
      return explainFailure(result.reason, { interrupted: signal?.aborted ?? false, again: args.join(' ') });
    },
    close: async () => {
      await org.close();
      rmSync(directory, { recursive: true });
    }
  };
}

const unused = (): never => {
  throw new Error('the org of this workspace runs in this process');
};

/** Real time for dates, no real waiting: the org answers at once. */
const quickClock: Clock = { now: systemClock.now, wait: (_, signal) => systemClock.wait(0, signal) };
