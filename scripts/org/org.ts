import type { Answer, Question } from '../resources/question';
import type { PageAnswer } from '../resources/session-service/page-answer';

export type { PageAnswer };

/** A connected Salesforce org. Every method is one documented API call, or as few as its limits allow. */
export type Org = {
  /** Host that people recognise, such as `example.my.salesforce.com`. */
  readonly domain: string;
  readonly apiVersion: string;
  /** HTTP requests sent so far, retries included. */
  requestCount(): number;
  /** Any mix of questions: at most one request per 25 data and describe questions, per 5 tooling questions and per metadata type. */
  ask(questions: readonly Question[]): Promise<ReadonlyMap<string, Answer>>;
  /** Posts one PackageInstallRequest and returns its id (0Hf). Never sent twice: see `AmbiguousWrite`. */
  requestInstall(request: InstallOrder): Promise<string>;
  installStatus(requestId: string): Promise<InstallStatus>;
  /** Ids of install requests of this package version, newest first. */
  findInstalls(packageVersionId: string): Promise<readonly InstallStatus[]>;
  /** Posts one deployRequest and returns its id (0Af). Never sent twice. */
  deploy(entries: readonly ZipEntry[], options: DeployOptions): Promise<string>;
  deployStatus(deployId: string): Promise<DeployStatus>;
  /** The newest deploy requests created since, newest first. */
  findDeploys(sinceMilliseconds: number): Promise<readonly { readonly id: string; readonly done: boolean }[]>;
  /** Writes records in collections of 200, five collections a request. One result per record, in the order given. */
  write(records: readonly RecordWrite[]): Promise<readonly WriteResult[]>;
};

/** The admin's side of our session service. Nothing of a private key ever passes here. */
export type SessionService = {
  /** One row for each key pair of the org; what went wrong comes as a refusal. */
  readKeys(orgId: string): Promise<Answer>;
  /** Makes a key pair and returns its id; after a lost answer it is looked for, not made twice. */
  createKey(orgId: string): Promise<string>;
  activateKey(orgId: string, keyId: string): Promise<void>;
  /** Removes a key pair for good; one that is gone already is no failure, the active one is refused. */
  removeKey(orgId: string, keyId: string): Promise<void>;
};

export type InstallOrder = {
  readonly packageVersionId: string;
  readonly securityType: 'None' | 'Full';
};

export type InstallStatus = {
  readonly id: string;
  readonly status: 'IN_PROGRESS' | 'SUCCESS' | 'ERROR' | 'CANCELED' | 'UNKNOWN';
  readonly errors: readonly string[];
  /** Milliseconds since 1970 by the org's clock; 0 when unknown. */
  readonly createdAt: number;
};

/** A text file of a deploy's zip: package.xml or a component. */
export type ZipEntry = { readonly path: string; readonly content: string };

export type DeployOptions = {
  readonly production: boolean;
  /** Apex is in it, which production takes only with these test classes run, or all local ones when there are none. */
  readonly apexTests?: readonly string[];
};

export type DeployStatus = {
  readonly id: string;
  /** Salesforce's own word: Pending, InProgress, Finalizing…, Succeeded, Failed, Canceled. */
  readonly status: string;
  readonly done: boolean;
  readonly success: boolean;
  readonly componentsDone: number;
  readonly componentsTotal: number;
  readonly failures: readonly DeployFailure[];
  readonly successes: readonly { readonly type: string; readonly fullName: string; readonly id?: string }[];
  /** Set when the whole deploy failed before any component was looked at. */
  readonly errorMessage?: string;
};

export type DeployFailure = {
  readonly file: string;
  readonly line?: number;
  readonly column?: number;
  readonly type: string;
  readonly fullName: string;
  readonly problem: string;
};

export type RecordWrite = {
  /** `upsert` creates the record unless one has the same value in the field `externalId`, which is among `fields`. */
  readonly operation: 'create' | 'update' | 'upsert';
  readonly sobject: string;
  readonly id?: string;
  readonly externalId?: string;
  readonly fields: Readonly<Record<string, string | number | boolean | null>>;
};

export type WriteResult =
  { readonly ok: true; readonly id: string } | { readonly ok: false; readonly code: string; readonly message: string };
