import type { OrgData, Row } from '../../org-data';
import { fault, type Fault } from '../fault';
import { openPackageZip } from '../package/package-zip';
import { deployPrefix, isDone, type DeployJob, type DeployOptions } from './deploy-job';
import { runDeploy } from './run-deploy';
import { toldFailureOf } from './told-failure';

/** Accepts a package zip; the work is done later, at the status reads. */
export function startDeploy(org: OrgData, userId: string, zip: Buffer, options: DeployOptions): DeployJob | Fault {
  const refused = testLevelFault(org, options);
  if (refused) return refused;
  const files = openPackageZip(zip, true)?.[0]?.files.size ?? 0;
  return keep(org, {
    ...newJob(org, userId, options),
    zip: zip.toString('base64'),
    numberFiles: files,
    zipSize: zip.length
  });
}

/** Deploys what a validation of the last ten days has found good [Metadata API guide, deployRecentValidation()]. */
export function startQuickDeploy(org: OrgData, userId: string, validationId: string): DeployJob | Fault {
  const validation = findDeploy(org, validationId);
  const tenDays = 10 * 24 * 60 * 60 * 1000;
  const good = validation?.status === 'Succeeded' && validation.options.checkOnly && validation.zip !== undefined;
  const age = org.now().getTime() - Date.parse(validation?.completedDate ?? '');
  if (!validation || !good || age > tenDays) {
    return fault('INVALID_ID_FIELD', `Invalid or expired validation id: ${validationId}`);
  }
  const { zip, numberFiles, zipSize, id } = validation;
  const options = { ...validation.options, checkOnly: false };
  return keep(org, { ...newJob(org, userId, options), zip, numberFiles, zipSize, validatedDeployRequestId: id });
}

/** The job after one more status read, which may be the one that finishes it. */
export function readDeploy(org: OrgData, id: string): DeployJob | Fault {
  const job = findDeploy(org, id);
  if (!job) return fault('INVALID_CROSS_REFERENCE_KEY', `invalid cross reference id: ${id}`);
  if (isDone(job)) return job;
  const reads = job.reads + 1;
  const now = org.now().toISOString();
  if (job.status === 'Canceling') {
    return keep(org, { ...withoutZip(job), reads, status: 'Canceled', completedDate: now });
  }
  if (reads < org.settings.deployPolls) {
    return keep(org, {
      ...job,
      reads,
      ...(reads > 1 ? { status: 'InProgress' as const, startDate: job.startDate ?? now } : {})
    });
  }
  return finish(org, { ...job, reads, startDate: job.startDate ?? now });
}

/** Asks for a deploy to stop; whoever reads its status next finds it stopped. */
export function cancelDeploy(org: OrgData, userId: string, id: string): DeployJob | Fault {
  const job = findDeploy(org, id);
  if (!job) return fault('INVALID_CROSS_REFERENCE_KEY', `invalid cross reference id: ${id}`);
  if (isDone(job)) return fault('INVALID_ID_FIELD', 'Deployment already completed');
  return keep(org, { ...job, status: 'Canceling', canceledBy: userId, canceledByName: userName(org, userId) });
}

function finish(org: OrgData, job: DeployJob): DeployJob {
  if (job.toldFailure) {
    const failed = toldFailureOf(org, Buffer.from(job.zip ?? '', 'base64'), job.options, job.toldFailure);
    return keep(org, { ...withoutZip(job), ...failed, status: 'Failed', completedDate: org.now().toISOString() });
  }
  const messages = runDeploy(org, Buffer.from(job.zip ?? '', 'base64'), job.options);
  const failed = messages.some((message) => !message.success);
  const partly = failed && !job.options.rollbackOnError && messages.some((message) => message.success);
  const status = failed ? (partly ? 'SucceededPartial' : 'Failed') : 'Succeeded';
  const completedDate = org.now().toISOString();
  const kept = status === 'Succeeded' && job.options.checkOnly ? job : withoutZip(job);
  return keep(org, { ...kept, status, completedDate, messages });
}

function newJob(org: OrgData, userId: string, options: DeployOptions): DeployJob {
  return {
    id: org.newId(deployPrefix),
    status: 'Pending',
    options,
    reads: 0,
    createdBy: userId,
    createdByName: userName(org, userId),
    createdDate: org.now().toISOString(),
    numberFiles: 0,
    zipSize: 0,
    messages: []
  };
}

function testLevelFault(org: OrgData, options: DeployOptions): Fault | undefined {
  const levels = ['NoTestRun', 'RunSpecifiedTests', 'RunLocalTests', 'RunAllTestsInOrg', 'RunRelevantTests'];
  if (options.testLevel && !levels.includes(options.testLevel)) {
    return fault('INVALID_TYPE', `'${options.testLevel}' is not a valid value for the enum 'TestLevel'`);
  }
  if (options.testLevel === 'NoTestRun' && org.kind === 'production') {
    return fault('INVALID_OPERATION', 'testLevel of NoTestRun cannot be used in production organizations');
  }
  if (options.runTests.length > 0 && options.testLevel !== 'RunSpecifiedTests') {
    return fault('INVALID_OPERATION', 'runTests can be used only with a testLevel of RunSpecifiedTests');
  }
  return undefined;
}

// A job is kept under 18 characters and may be asked for by the first 15.
const findDeploy = (org: OrgData, id: string): DeployJob | undefined =>
  id.startsWith(deployPrefix)
    ? (org.job<DeployJob>(id) ??
      org.jobs<DeployJob>(deployPrefix).find((job) => id.length === 15 && job.id.startsWith(id)))
    : undefined;

function keep(org: OrgData, job: DeployJob): DeployJob {
  org.putJob(job);
  return job;
}

function withoutZip(job: DeployJob): DeployJob {
  const { zip: _zip, ...rest } = job;
  return rest;
}

function userName(org: OrgData, userId: string): string {
  const user: Row | undefined = org.row('User', userId);
  return String(user?.Name ?? user?.Username ?? userId);
}
