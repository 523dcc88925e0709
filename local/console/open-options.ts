import type { ConsoleSettings } from './protocol/connector-config';
import type { Components } from './server/components-bundle';
import type { reps } from './server/demo-settings';
import type { OrgRep } from './server/org-reps';
import type { Processes } from './server/processes';
import type { Services } from './server/start-services';

/** What a person asks of `npm run console`. */
export type OpenOptions = {
  readonly root: string;
  /** A vendor's connector; without one the console starts everything of Ringdown. */
  readonly connector?: string;
  readonly login?: string;
  /** Opens the app of Open CTI instead of the one of Voice. */
  readonly isOpenCti?: boolean;
  /** A vendor's page for Open CTI; with one the session service and the phone system are not started. */
  readonly adapter?: string;
  /** The page that takes over when the adapter does not say within the milliseconds that it is ready. */
  readonly standby?: { readonly url: string; readonly timeout: number };
  /** Which of the two reps, each with a browser profile of their own. */
  readonly users: readonly (keyof typeof reps)[];
  readonly port: number;
  readonly opensBrowser: boolean;
  /** PEM files of certificates that the browser is to trust besides. */
  readonly trust: readonly string[];
  readonly more: Partial<ConsoleSettings>;
  /** Where keys, profiles and databases are kept; `.ringdown/console` of the project unless said otherwise. */
  readonly folder?: string;
  /** Variables of the session service's environment besides its secrets. */
  readonly serviceEnvironment?: Readonly<Record<string, string>>;
  /** Components that are compiled already; otherwise they are compiled anew. */
  readonly components?: () => Promise<Components>;
  readonly say: (line: string) => void;
};

/** The org behind the page, as a test asks it: with an administrator's session, and those of the reps. */
export type LocalOrg = {
  readonly orgId: string;
  readonly url: string;
  readonly accessToken: string;
  readonly reps: readonly OrgRep[];
};

/** What stands behind the connector when everything of Ringdown was started. */
export type Behind = Services & {
  readonly orgId: string;
  readonly org: { readonly url: string; readonly accessToken: string };
  readonly processes: Processes;
  /** Signs what all of it serves. */
  readonly cert: string;
};

/** A console that runs until it is closed, or until every browser window is closed. */
export type OpenConsole = {
  readonly url: string;
  /** For a browser that somebody else starts. */
  readonly browser: { readonly resolverRules: string; readonly keyHash: string };
  /** Of both reps; only when everything of Ringdown was started. */
  readonly password?: string;
  readonly behind?: Behind;
  /** The local org, unless the connector came by address. */
  readonly org?: LocalOrg;
  readonly ended: Promise<void>;
  readonly close: () => Promise<void>;
};
