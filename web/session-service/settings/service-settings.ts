import type { MatchBy } from '../authenticators/proved-name';
import type { Policy } from './policy';

/** One org that the service serves, as the tool wrote it. */
export type OrgSettings = {
  readonly orgId: string;
  readonly name: string;
  /** The only origins that may frame this org's pages. */
  readonly frameAncestors: readonly string[];
  readonly scrtUrl: string;
  readonly callCenter: string;
  /** Pixels. */
  readonly loginFrameHeight: number;
  /** The field of the Salesforce user that is the agent's name in the phone system; Username when absent. */
  readonly matchBy?: MatchBy | undefined;
  /** How its reps sign in with the org itself. */
  readonly signOn?: { readonly issuer: string; readonly clientId: string } | undefined;
};

/** Where the pages reach the phone system, and the secret that it shares with the service. */
export type PhoneSettings = { readonly url: string; readonly ticketSecret: string };

/** What the service itself needs to know; secrets are read already. */
export type ServiceSettings = {
  /** The one origin under which browsers reach the service. */
  readonly origin: string;
  readonly orgs: readonly OrgSettings[];
  readonly policy: Policy;
  /** Whose word about a caller's address is taken: no proxy's, or those in these networks. */
  readonly trustProxy: false | readonly string[];
  readonly tls?: { readonly key: string; readonly cert: string };
  /** Without it nobody may call the admin's endpoints. */
  readonly adminToken?: string;
  readonly phoneSystemToken?: string;
  readonly phone?: PhoneSettings;
};
