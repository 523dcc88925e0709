import type { PersonStep, ResolvedCallCenter } from './resolved-config/call-center';
import type { ResolvedOrg } from './resolved-config/org';
import type { ResolvedPackage, ResolvedRingdown } from './resolved-config/packages';
import type {
  ResolvedLogging,
  ResolvedPresence,
  ResolvedReps,
  ResolvedScreenPopRule,
  ResolvedScreenPopWindow
} from './resolved-config/phone-settings';
import type { ResolvedAgents, ResolvedPermissionSet, ResolvedUsers } from './resolved-config/users';

/**
 * Everything that is true for one org once vendor files, derivations and the org's overrides are applied.
 * The parser makes it; every other folder reads this and never the file.
 */
export type ResolvedConfig = {
  /** Path of the configuration file as the person gave it. */
  readonly file: string;
  /** Metadata and REST API version, such as `67.0`. */
  readonly apiVersion: string;
  readonly org: ResolvedOrg;
  readonly callCenters: readonly ResolvedCallCenter[];
  /** In the order of installation. */
  readonly packages: readonly ResolvedPackage[];
  readonly permissionSets: readonly ResolvedPermissionSet[];
  readonly users: ResolvedUsers;
  /** Absent when the file says nothing of it: agents go by username then. */
  readonly agents?: ResolvedAgents;
  readonly trustedSites: readonly ResolvedTrustedSite[];
  /** Ringdown's own packages; absent when this file does not manage them. */
  readonly ringdown?: ResolvedRingdown;
  readonly logging?: ResolvedLogging;
  /** In the order in which they are tried; absent when the file says nothing of them. */
  readonly screenPop?: readonly ResolvedScreenPopRule[];
  /** Absent when the file says nothing of it. */
  readonly screenPopWindow?: ResolvedScreenPopWindow;
  readonly presence?: readonly ResolvedPresence[];
  readonly reps?: ResolvedReps;
  /** Steps in a vendor's own console that only a person can do, with their values filled in. */
  readonly personSteps: readonly PersonStep[];
  /** For every path of this object (`callCenters.support.adapterUrl`): its printed value and where it came from. */
  readonly origins: readonly ResolvedValue[];
};

export type ResolvedValue = { readonly path: string; readonly value: string; readonly origin: string };

export type ResolvedTrustedSite = {
  /** DeveloperName. */
  readonly name: string;
  /** https or wss origin. */
  readonly url: string;
  readonly uses: readonly ('frame' | 'connect' | 'image' | 'media' | 'microphone')[];
};
