/** One thing a resource wants to know. `plan` merges the questions of all resources into few requests. */
export type Question =
  | { readonly id: string; readonly via: 'data'; readonly soql: string }
  /** A SOSL search: the records of all objects in one list, each saying of which object it is in `attributes.type`. */
  | { readonly id: string; readonly via: 'search'; readonly sosl: string }
  | { readonly id: string; readonly via: 'tooling'; readonly soql: string }
  | { readonly id: string; readonly via: 'describe'; readonly sobject: string }
  | { readonly id: string; readonly via: 'metadata'; readonly type: string; readonly fullNames: readonly string[] }
  /** The key pairs of one org on our session service, one row each. */
  | { readonly id: string; readonly via: 'session-service'; readonly orgId: string };

export type OrgRecord = Readonly<Record<string, unknown>>;

/**
 * `records`: rows of the query (all pages); of `describe` one row per field (`name`, `custom`, `permissionable`, …); of
 * `metadata` one row per component found, `{ fullName, xml }`, where xml is the component's children without a root.
 */
export type Answer =
  | { readonly ok: true; readonly records: readonly OrgRecord[] }
  | { readonly ok: false; readonly code: string; readonly message: string };

export type Answers = ReadonlyMap<string, Answer>;
