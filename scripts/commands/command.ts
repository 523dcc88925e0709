import type { Clock } from '../clock';
import type { ResolvedConfig } from '../config/resolved-config';
import type { SessionPages } from '../config/resolved-config/call-center';
import type { ResolvedOrg } from '../config/resolved-config/org';
import type { Emit } from '../events';
import type { Org, PageAnswer, SessionService } from '../org/org';

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
  /** Whether to make a new key pair although there is one. */
  readonly rotateKeys?: boolean;
  /** Path of an export of the phone system's agents. */
  readonly agents?: string;
  /** Country of a number without a country code. */
  readonly country?: string;
  /** Path of an export of the phone system's calls. */
  readonly export?: string;
  /** First and last day of the calls that count, YYYY-MM-DD or a time with its zone. */
  readonly from?: string;
  readonly to?: string;
  /** Whether to write what is missing. */
  readonly repair?: boolean;
  /** Minutes that apply waits for the org's own jobs. */
  readonly wait: number;
  readonly json: boolean;
};

/** Asks the person at the terminal; undefined where there is none. */
export type Ask = (question: string) => Promise<string>;

export type CommandContext = {
  readonly options: CommandOptions;
  /** What follows the verb: a plan file, `start`, a phone number. */
  readonly positionals: readonly string[];
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Absolute path of the working directory; relative paths are relative to it. */
  readonly cwd: string;
  /** Where this tool is installed: our packages come with it. */
  readonly toolDirectory: string;
  readonly emit: Emit;
  readonly clock: Clock;
  /** Aborted by Ctrl-C. */
  readonly signal: AbortSignal;
  readonly ask?: Ask;
  /** Logs in the way the configuration says; the entry file hands in the real thing, tests an org in memory. */
  readonly connect: (config: ResolvedConfig) => Promise<Org>;
  /** The admin's side of our session service. */
  readonly connectSessionService: (pages: SessionPages) => SessionService;
  /** Asks for a page as the browser of a rep does, framed by that origin. */
  readonly readPage: (url: string, framedBy?: string) => Promise<PageAnswer>;
  readonly localOrgs: LocalOrgs;
  /** Where journals, locks, confirmations and local orgs are kept; made when first needed. */
  readonly stateDirectory: string;
};

export type LocalOrgs = {
  start(org: ResolvedOrg): Promise<LocalOrgFacts & { readonly accessToken: string }>;
  stop(org: ResolvedOrg): Promise<boolean>;
  reset(org: ResolvedOrg): Promise<void>;
  /** Undefined when it does not run. */
  status(org: ResolvedOrg): Promise<LocalOrgFacts | undefined>;
};

export type LocalOrgFacts = {
  readonly url: string;
  readonly orgId: string;
  readonly username: string;
  readonly kind: string;
  readonly pid: number;
};

export type CommandResult = {
  readonly exitCode: number;
  /** The one object that `--json` prints. */
  readonly data: Readonly<Record<string, unknown>>;
  /** What stdout shows otherwise. `#` headings, `+ ~ = !` marks: report/ colours them. */
  readonly lines: readonly string[];
};

export type Command = (context: CommandContext) => Promise<CommandResult>;
