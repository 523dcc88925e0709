import type { Clock } from '../clock';
import type { Emit } from '../events';

/** What the command line said, with defaults filled in. */
export type CommandOptions = {
  /** Path of the configuration file. */
  readonly config: string;
  readonly org?: string;
  readonly out?: string;
  readonly detailedExitCode: boolean;
  readonly confirmOrg?: string;
  /** Ids of person steps that somebody says are done; `all` for every one. */
  readonly confirmed?: string;
  /** Minutes that apply waits for the org's own jobs. */
  readonly wait: number;
  readonly json: boolean;
};

/** Asks the person at the terminal; undefined where there is none. */
export type Ask = (question: string) => Promise<string>;

export type CommandContext = {
  readonly options: CommandOptions;
  /** What follows the verb: a plan file, `start`, `explain`. */
  readonly positionals: readonly string[];
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Absolute path of the working directory; relative paths are relative to it. */
  readonly cwd: string;
  readonly emit: Emit;
  readonly clock: Clock;
  /** Aborted by Ctrl-C. */
  readonly signal: AbortSignal;
  readonly ask?: Ask;
};

export type CommandResult = {
  readonly exitCode: number;
  /** The one object that `--json` prints. */
  readonly data: Readonly<Record<string, unknown>>;
  /** What stdout shows otherwise. `#` headings, `+ ~ = !` marks: report/ colours them. */
  readonly lines: readonly string[];
};

export type Command = (context: CommandContext) => Promise<CommandResult>;
