import type { OrgKind } from '../config/resolved-config/org';
import type { Change } from '../resources/change';
import type { Finding } from '../resources/resource';

export type OrgFacts = {
  /** 18 characters, 00D. */
  readonly id: string;
  readonly name: string;
  readonly kind: OrgKind;
  readonly domain: string;
};

/** What differs between an org and the configuration at one moment, in the order in which apply does it. */
export type Plan = {
  readonly org: OrgFacts;
  readonly orgName: string;
  readonly apiVersion: string;
  readonly changes: readonly Change[];
  readonly findings: readonly Finding[];
  /** What is as it should be, one sentence each. */
  readonly holds: readonly string[];
  /** Names of the resources to ask again once the plan's packages are installed. */
  readonly recheck: readonly string[];
  /** SHA-256 over the org and the changes: equal plans have equal fingerprints. */
  readonly fingerprint: string;
};
