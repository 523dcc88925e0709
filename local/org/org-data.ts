/** The org's contents. Everything is plain JSON, so that the state on disk is the state in memory. */
export type OrgData = {
  readonly kind: 'production' | 'sandbox' | 'scratch' | 'developer';
  /** 18 characters, 00D. */
  readonly orgId: string;
  readonly settings: OrgSettings;

  /** All rows of an sObject, in order of creation; an unknown sObject has none. */
  rows(sobject: string): readonly Row[];
  row(sobject: string, id: string): Row | undefined;
  /** Gives the row an Id (18 characters, of the sObject's key prefix) and the audit fields, and keeps it. */
  insert(sobject: string, fields: Fields): Row;
  update(sobject: string, id: string, fields: Fields): Row;
  remove(sobject: string, id: string): void;
  /** A new 18-character id: `newId('0Af')`. */
  newId(keyPrefix: string): string;

  /** Deployed metadata, keyed `Type:FullName`. */
  component(type: string, fullName: string): Component | undefined;
  components(type: string): readonly Component[];
  putComponent(component: Component): void;
  removeComponent(type: string, fullName: string): void;

  /** Jobs by id: deploys, retrieves, package installs. */
  job<Job extends { readonly id: string }>(id: string): Job | undefined;
  jobs<Job extends { readonly id: string }>(keyPrefix: string): readonly Job[];
  putJob(job: { readonly id: string }): void;

  now(): Date;
  /** Remembers everything now, and takes it back when `work` throws. */
  transaction<Result>(work: () => Result): Result;
};

export type Row = { readonly Id: string } & Readonly<Record<string, Value>>;
export type Fields = Readonly<Record<string, Value>>;
export type Value = string | number | boolean | null;

export type Component = {
  readonly type: string;
  readonly fullName: string;
  readonly id: string;
  /** Path inside a package zip, such as `callCenters/Support.callCenter`; bundles have several files. */
  readonly files: readonly ComponentFile[];
  /** Namespace of the managed package that brought it. */
  readonly namespace?: string;
  /** Of a custom object: the first three characters of its records' ids. */
  readonly keyPrefix?: string;
  readonly createdDate: string;
  readonly lastModifiedDate: string;
};

/** `text` for XML and source; `base64` for anything binary. */
export type ComponentFile = { readonly path: string; readonly text?: string; readonly base64?: string };

export type OrgSettings = {
  /** Status reads until a deploy or retrieve is done: 1 means done at the first read. */
  readonly deployPolls: number;
  /** Status reads until a package install is done. */
  readonly installPolls: number;
  /** Added to every answer, in milliseconds. */
  readonly latency: number;
  /** False: a deploy of any CallCenter is refused, as some orgs refuse a contact center and new orgs refuse Open CTI. */
  readonly acceptsCallCenters: boolean;
  /** Whether Omni-Channel is turned on; without it the org has neither its objects nor its metadata types. */
  readonly omniChannel: boolean;
  /** Whether external client apps are turned on; without them the Metadata API knows none of their types. */
  readonly externalClientApps: boolean;
  /** Whether an account with a last name is a person, with a contact of its own. */
  readonly personAccounts?: boolean;
  /** Metadata and REST API versions that the org answers to, such as `67.0`. */
  readonly apiVersions: readonly string[];
};
