import type { DeployMessage } from './deploy-message';

/** What the caller asked of a deploy, with Salesforce's defaults filled in. */
export type DeployOptions = {
  readonly allowMissingFiles: boolean;
  readonly autoUpdatePackage: boolean;
  readonly checkOnly: boolean;
  readonly ignoreWarnings: boolean;
  readonly performRetrieve: boolean;
  readonly purgeOnDelete: boolean;
  readonly rollbackOnError: boolean;
  readonly runTests: readonly string[];
  readonly singlePackage: boolean;
  readonly testLevel?: string;
};

/** A deploy as the org keeps it: plain JSON, so that it goes on after a restart. */
export type DeployJob = {
  readonly id: string;
  readonly status: 'Pending' | 'InProgress' | 'Succeeded' | 'SucceededPartial' | 'Failed' | 'Canceling' | 'Canceled';
  readonly options: DeployOptions;
  /** Base64; dropped when the job is done, kept for a validation that may be deployed later. */
  readonly zip?: string;
  /** How often its status was read. */
  readonly reads: number;
  readonly createdBy: string;
  readonly createdByName: string;
  readonly createdDate: string;
  readonly startDate?: string;
  readonly completedDate?: string;
  readonly canceledBy?: string;
  readonly canceledByName?: string;
  readonly errorMessage?: string;
  readonly errorStatusCode?: string;
  readonly numberFiles: number;
  readonly zipSize: number;
  readonly messages: readonly DeployMessage[];
  /** How it was told to fail, whatever the package holds. */
  readonly toldFailure?: ToldFailure;
  /** The validation that this quick deploy takes over. */
  readonly validatedDeployRequestId?: string;
};

/** Failures of components, or one message for the whole deploy. */
export type ToldFailure = {
  readonly failures: readonly (Pick<DeployMessage, 'componentType' | 'fullName' | 'lineNumber' | 'columnNumber'> & {
    readonly problem: string;
    readonly fileName?: string;
  })[];
  readonly errorMessage?: string;
};

/** Whether nothing more will happen to the job. */
export const isDone = (job: DeployJob): boolean => /^(Succeeded|SucceededPartial|Failed|Canceled)$/.test(job.status);

/** Key prefix of deploys. */
export const deployPrefix = '0Af';

/** Fills in what a request left out; production always rolls back [Metadata API guide, deploy()]. */
export function deployOptions(given: Readonly<Record<string, unknown>>, kind: string): DeployOptions {
  const flag = (name: string): boolean => given[name] === true || given[name] === 'true';
  const tests = given.runTests;
  return {
    allowMissingFiles: flag('allowMissingFiles'),
    autoUpdatePackage: flag('autoUpdatePackage'),
    checkOnly: flag('checkOnly'),
    ignoreWarnings: flag('ignoreWarnings'),
    performRetrieve: flag('performRetrieve'),
    purgeOnDelete: flag('purgeOnDelete'),
    rollbackOnError: kind === 'production' || given.rollbackOnError === undefined || flag('rollbackOnError'),
    runTests: Array.isArray(tests) ? tests.map(String) : typeof tests === 'string' ? [tests] : [],
    singlePackage: flag('singlePackage'),
    ...(typeof given.testLevel === 'string' && given.testLevel ? { testLevel: given.testLevel } : {})
  };
}
