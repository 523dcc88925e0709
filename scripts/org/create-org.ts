import type { Clock } from '../clock';
import type { Emit } from '../events';
import type { Answer, Question } from '../resources/question';
import { askData } from './ask-data';
import { askMetadata } from './ask-metadata';
import { askTooling, type InstallationKeyOf } from './ask-tooling';
import { postDeploy } from './deploy';
import { readDeploy } from './deploy-status';
import { OrgFailure } from './failure';
import { findInstalls, postInstall, readInstall } from './install';
import type { Org } from './org';
import { createTransport, type Session } from './transport';
import { writeRecords } from './write-records';

export type OrgOptions = {
  readonly session: Session;
  readonly apiVersion: string;
  readonly clock: Clock;
  readonly emit: Emit;
  readonly signal: AbortSignal;
  readonly installationKeyOf: InstallationKeyOf;
};

/** The real Org: Salesforce's REST, Tooling and Metadata APIs over `fetch`. */
export function createOrg({ session, apiVersion, clock, emit, signal, installationKeyOf }: OrgOptions): Org {
  const transport = createTransport({ session, clock, emit, signal });
  return {
    domain: new URL(session.instanceUrl).host,
    apiVersion,
    requestCount: () => transport.requestCount(),
    ask: (questions) => askAll(questions),
    requestInstall: (order) => postInstall(transport, apiVersion, order, installationKeyOf),
    installStatus: (requestId) => readInstall(transport, apiVersion, requestId),
    findInstalls: (packageVersionId) => findInstalls(transport, apiVersion, packageVersionId),
    deploy: (entries, options) => postDeploy(transport, apiVersion, entries, options),
    deployStatus: (deployId) => readDeploy(transport, apiVersion, deployId),
    findDeploys: (since) => findDeploys(since),
    write: (records) => writeRecords(transport, apiVersion, records)
  };

  async function askAll(questions: readonly Question[]): Promise<ReadonlyMap<string, Answer>> {
    const data = questions.filter(
      (question) => question.via === 'data' || question.via === 'describe' || question.via === 'search'
    );
    const tooling = questions.filter((question) => question.via === 'tooling');
    const metadata = questions.filter((question) => question.via === 'metadata');
    const answered = await Promise.all([
      askData(transport, apiVersion, data),
      askTooling(transport, apiVersion, tooling, installationKeyOf),
      Promise.all(
        metadata.map(async (question) => [question.id, await askMetadata(transport, apiVersion, question)] as const)
      )
    ]);
    return new Map(answered.flat());
  }

  async function findDeploys(since: number): Promise<readonly { id: string; done: boolean }[]> {
    const purpose = 'looking for the deploy';
    const soql = `SELECT Id, Status FROM DeployRequest WHERE CreatedDate >= ${new Date(since).toISOString()} ORDER BY CreatedDate DESC LIMIT 5`;
    const answers = await askTooling(
      transport,
      apiVersion,
      [{ id: 'deploys', via: 'tooling', soql }],
      installationKeyOf
    );
    const answer = answers[0]?.[1];
    if (answer === undefined) throw new OrgFailure('unavailable', 'NO_ANSWER', 'the answer lacks the deploys', purpose);
    // "Refused" is not "not there": who takes it for that sends the deploy a second time.
    if (!answer.ok) throw new OrgFailure('refused', answer.code, answer.message, purpose);
    return answer.records.map(({ Id, Status }) => ({ id: String(Id), done: endedDeploy.has(String(Status)) }));
  }
}

/** The words of DeployRequest.Status after which nothing happens any more; Finalizing… is not among them. */
const endedDeploy: ReadonlySet<string> = new Set([
  'Succeeded',
  'SucceededPartial',
  'Failed',
  'Canceled',
  'FinalizingFailed'
]);
