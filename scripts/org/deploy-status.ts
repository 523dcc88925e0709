import { parseAnswer } from './answer';
import type { DeployFailure, DeployStatus } from './org';
import type { Transport } from './transport';

/** Reads how far a deploy is, with every component's result. */
export async function readDeploy(transport: Transport, apiVersion: string, deployId: string): Promise<DeployStatus> {
  const purpose = 'reading the deploy';
  const { text } = await transport.send({
    method: 'GET',
    path: `/services/data/v${apiVersion}/metadata/deployRequest/${encodeURIComponent(deployId)}?includeDetails=true`,
    effect: 'read',
    purpose
  });
  return readStatus(deployId, parseAnswer<{ readonly deployResult: RawDeployResult }>(text, purpose).deployResult);
}

function readStatus(deployId: string, result: RawDeployResult): DeployStatus {
  const { status, done, success, details } = result;
  const failures = [
    ...asList(details?.componentFailures).map(readFailure),
    ...asList(details?.runTestResult?.failures).map(readTestFailure),
    ...asList(details?.runTestResult?.codeCoverageWarnings).map(readCoverageWarning)
  ];
  const saysNothing = done && !success && failures.length === 0;
  return {
    id: deployId,
    status,
    done,
    success,
    componentsDone: result.numberComponentsDeployed ?? 0,
    componentsTotal: result.numberComponentsTotal ?? 0,
    // Coverage is a mere warning where the deploy went through all the same.
    failures: success ? [] : failures,
    successes: asList(details?.componentSuccesses).map(({ componentType, fullName, id }) => ({
      type: componentType ?? '',
      fullName,
      id: id ?? undefined
    })),
    errorMessage: result.errorMessage ?? (saysNothing ? `the deploy ended as ${status}` : undefined)
  };
}

type Maybe<Value> = Value | null | undefined;
/** One item comes as an object, none as null, nothing or an empty list. */
type OneOrMany<Item> = Maybe<Item | readonly Item[]>;

type RawComponent = {
  readonly componentType?: Maybe<string>;
  readonly fullName: string;
  readonly fileName?: Maybe<string>;
  readonly id?: Maybe<string>;
  readonly problem?: Maybe<string>;
  readonly lineNumber?: Maybe<number | string>;
  readonly columnNumber?: Maybe<number | string>;
};

/** A failed Apex test and a class without enough of them (Metadata API Developer Guide, "DeployResult": RunTestsResult). */
type RawTest = { readonly name?: Maybe<string>; readonly methodName?: Maybe<string>; readonly message?: Maybe<string> };

type RawDeployResult = {
  readonly status: string;
  readonly done: boolean;
  readonly success: boolean;
  readonly numberComponentsDeployed?: number;
  readonly numberComponentsTotal?: number;
  readonly errorMessage?: Maybe<string>;
  readonly details?: Maybe<{
    readonly componentFailures?: OneOrMany<RawComponent>;
    readonly componentSuccesses?: OneOrMany<RawComponent>;
    readonly runTestResult?: Maybe<{
      readonly failures?: OneOrMany<RawTest>;
      readonly codeCoverageWarnings?: OneOrMany<RawTest>;
    }>;
  }>;
};

function asList<Item>(given: OneOrMany<Item>): readonly Item[] {
  if (given === undefined || given === null) return [];
  return Array.isArray(given) ? (given as readonly Item[]) : [given as Item];
}

function readFailure(raw: RawComponent): DeployFailure {
  const { componentType, fullName, fileName, problem, lineNumber, columnNumber } = raw;
  return {
    file: fileName || fullName,
    line: numberAt(lineNumber),
    column: numberAt(columnNumber),
    type: componentType ?? '',
    fullName,
    problem: problem ?? 'refused without a reason'
  };
}

function numberAt(given: Maybe<number | string>): number | undefined {
  return given === undefined || given === null ? undefined : Number(given);
}

function readTestFailure({ name, methodName, message }: RawTest): DeployFailure {
  const test = [name, methodName].filter(Boolean).join('.') || 'an Apex test';
  return { file: test, type: 'ApexClass', fullName: test, problem: message ?? 'the test failed without a reason' };
}

function readCoverageWarning({ name, message }: RawTest): DeployFailure {
  const subject = name || 'Apex code coverage';
  return { file: subject, type: 'ApexClass', fullName: subject, problem: message ?? 'too little code coverage' };
}
