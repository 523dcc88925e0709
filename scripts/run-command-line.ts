import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { systemClock } from './clock';
import type { Command, CommandContext, LocalOrgs } from './commands/command';
import type { ResolvedConfig } from './config/resolved-config';
import type { SessionPages } from './config/resolved-config/call-center';
import type { ResolvedOrg } from './config/resolved-config/org';
import { explainFailure } from './explain-failure';
import { parseCommandLine, type CommandLine, type CommandName } from './parse-command-line';
import { askAtTerminal, isInteractive, standardOutput } from './report/terminal';
import { liveReporter } from './report/live-reporter';
import { plainReporter } from './report/plain-reporter';
import { printError, printResult } from './report/print-result';
import type { Emit } from './events';
import type { Org } from './org/org';

const clock = systemClock;
const stateDirectory = '.ringdown';

/** Runs one command line to its exit code; everything real (clock, network, terminal, files) is built here and handed in. */
export async function runCommandLine(args: readonly string[]): Promise<number> {
  const output = standardOutput(!args.includes('--no-color'));
  const json = args.includes('--json');
  const interruption = new AbortController();
  process.once('SIGINT', () => interruption.abort(new Error('interrupted')));
  process.once('SIGTERM', () => interruption.abort(new Error('interrupted')));
  let orgName: string | undefined;
  const reporter = output.live ? liveReporter(output, clock) : plainReporter(output, clock);
  try {
    const line = parseCommandLine(args);
    orgName = line.options.org;
    if (line.version) return sayVersion(output.stdout);
    const result = await loadCommand(line.command)(contextOf(line, reporter.emit, interruption));
    reporter.end();
    printResult(result, json, output);
    return result.exitCode;
  } catch (error) {
    reporter.end();
    const failure = explainFailure(error, {
      interrupted: interruption.signal.aborted,
      again: ['npx ringdown', ...args].join(' '),
      org: orgName
    });
    printError(failure, json, output);
    return failure.exitCode;
  }
}

/** Compiled we are in dist/scripts, from source in scripts: package.json is the first one upwards. */
const toolDirectory =
  [join(__dirname, '..'), join(__dirname, '../..')].find((folder) => existsSync(join(folder, 'package.json'))) ??
  __dirname;

function sayVersion(stdout: (text: string) => void): number {
  const text = readFileSync(join(toolDirectory, 'package.json'), 'utf8');
  stdout(`${(JSON.parse(text) as { version: string }).version}\n`);
  return 0;
}

/** Each command is loaded only when it is called: validate needs no network code, plan no local org. */
function loadCommand(name: CommandName | undefined): Command {
  switch (name) {
    case 'validate':
      return (require('./commands/validate') as typeof import('./commands/validate')).run;
    case 'build':
      return (require('./commands/build') as typeof import('./commands/build')).run;
    case 'plan':
      return (require('./commands/plan') as typeof import('./commands/plan')).run;
    case 'apply':
      return (require('./commands/apply') as typeof import('./commands/apply')).run;
    case 'verify':
      return (require('./commands/verify') as typeof import('./commands/verify')).run;
    case 'config explain':
      return (require('./commands/config-explain') as typeof import('./commands/config-explain')).run;
    case 'agents check':
      return (require('./commands/agents-check') as typeof import('./commands/agents-check')).run;
    case 'match explain':
      return (require('./commands/match-explain') as typeof import('./commands/match-explain')).run;
    case 'logs reconcile':
      return (require('./commands/logs-reconcile') as typeof import('./commands/logs-reconcile')).run;
    case 'local':
      return (require('./commands/local') as typeof import('./commands/local')).run;
    case undefined:
      return () => Promise.resolve({ exitCode: 0, data: {}, lines: [] });
    default:
      return name satisfies never;
  }
}

function contextOf({ options, positionals }: CommandLine, emit: Emit, interruption: AbortController): CommandContext {
  const { signal } = interruption;
  const cwd = process.cwd();
  const state = resolve(cwd, stateDirectory);
  const localOrgs = localOrgsIn(state);
  return {
    options,
    positionals,
    env: process.env,
    cwd,
    toolDirectory,
    emit,
    clock,
    signal,
    ask: isInteractive() ? (question) => askOrStop(question, interruption) : undefined,
    stateDirectory: state,
    localOrgs,
    connect: (config) => connect(config, { localOrgs, cwd, emit, signal }),
    readPage: (url, framedBy) => pageReader()(url, { signal, framedBy }),
    connectSessionService: (pages) => sessionServiceOf(pages, { cwd, signal })
  };
}

/** While readline reads the keys, Ctrl-C and Ctrl-D come as the end of input and not as a signal: both stop the run. */
async function askOrStop(question: string, interruption: AbortController): Promise<string> {
  try {
    return await askAtTerminal(question, interruption.signal);
  } catch (error) {
    interruption.abort(error);
    throw error;
  }
}

type Connection = {
  readonly localOrgs: LocalOrgs;
  readonly cwd: string;
  readonly emit: Emit;
  readonly signal: AbortSignal;
};

async function connect(config: ResolvedConfig, { localOrgs, cwd, emit, signal }: Connection): Promise<Org> {
  const { openSession } = require('./org/login/open-session') as typeof import('./org/login/open-session');
  const { createOrg } = require('./org/create-org') as typeof import('./org/create-org');
  const { readSecret } = require('./org/secret') as typeof import('./org/secret');
  const places = { env: process.env, cwd };
  const session = await openSession(config.org, {
    ...places,
    now: () => clock.now(),
    signal,
    localServer: (org) => localOrgs.start(org)
  });
  return createOrg({
    session,
    apiVersion: config.apiVersion,
    clock,
    emit,
    signal,
    installationKeyOf: (id) => {
      const found = config.packages.find((candidate) => candidate.id === id);
      return found?.installationKey === undefined
        ? undefined
        : readSecret(found.installationKey, `the installation key of ${found.name}`, places);
    }
  });
}

const pageReader = (): typeof import('./org/read-page').readPage =>
  (require('./org/read-page') as typeof import('./org/read-page')).readPage;

function sessionServiceOf({ service, adminToken }: SessionPages, { cwd, signal }: Pick<Connection, 'cwd' | 'signal'>) {
  const { connectSessionService } = require('./org/session-service') as typeof import('./org/session-service');
  const { readSecret } = require('./org/secret') as typeof import('./org/secret');
  const token = (): string =>
    readSecret(adminToken, 'the admin token of the session service', { env: process.env, cwd });
  return connectSessionService({ service, token, signal });
}

function localOrgsIn(state: string): LocalOrgs {
  const control = (): typeof import('./org/local-process') =>
    require('./org/local-process') as typeof import('./org/local-process');
  const place = ({ name, kind, login }: ResolvedOrg) => ({
    name,
    kind,
    stateDirectory: join(state, 'local', name),
    ...(login.kind === 'local' && login.catalog !== undefined && { catalog: login.catalog })
  });
  return {
    start: (org) => control().startServer(place(org), clock),
    stop: (org) => control().stopServer(place(org), clock),
    reset: async (org) => {
      const orgId = await control().resetServer(place(org), clock);
      // What was written about the old org (its journal, what people confirmed) is not true of the new one.
      if (orgId !== undefined) rmSync(join(state, 'orgs', orgId), { recursive: true, force: true });
    },
    status: (org) => control().runningServer(place(org))
  };
}
