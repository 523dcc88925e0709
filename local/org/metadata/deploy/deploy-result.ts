import { isDone, type DeployJob } from './deploy-job';
import type { DeployMessage } from './deploy-message';

/** A job in the words of the Metadata API's DeployResult, with JSON types; SOAP writes the same as text. */
export function deployResult(job: DeployJob, includeDetails: boolean): Readonly<Record<string, unknown>> {
  const components = job.messages.filter((message) => message.componentType !== '' || !message.success);
  const failures = job.messages.filter((message) => !message.success);
  return {
    ...(job.canceledBy ? { canceledBy: job.canceledBy, canceledByName: job.canceledByName } : {}),
    checkOnly: job.options.checkOnly,
    ...(job.completedDate ? { completedDate: job.completedDate } : {}),
    createdBy: job.createdBy,
    createdByName: job.createdByName,
    createdDate: job.createdDate,
    ...(includeDetails ? { details: details(job) } : {}),
    done: isDone(job),
    ...(job.errorMessage ? { errorMessage: job.errorMessage, errorStatusCode: job.errorStatusCode } : {}),
    id: job.id,
    ignoreWarnings: job.options.ignoreWarnings,
    lastModifiedDate: job.completedDate ?? job.startDate ?? job.createdDate,
    numberComponentErrors: failures.length,
    numberComponentsDeployed: components.length - failures.length,
    numberComponentsTotal: components.length,
    numberFiles: job.numberFiles,
    numberTestErrors: 0,
    numberTestsCompleted: 0,
    numberTestsTotal: 0,
    rollbackOnError: job.options.rollbackOnError,
    runTestsEnabled: runsTests(job),
    ...(job.startDate ? { startDate: job.startDate } : {}),
    status: job.status,
    success: job.status === 'Succeeded',
    zipSize: job.zipSize
  };
}

function details(job: DeployJob): object {
  const createdDate = job.completedDate ?? job.createdDate;
  const row = (message: DeployMessage): object => ({
    changed: message.changed,
    ...(message.columnNumber === undefined ? {} : { columnNumber: message.columnNumber }),
    componentType: message.componentType,
    created: message.created,
    createdDate,
    deleted: message.deleted,
    fileName: message.fileName,
    fullName: message.fullName,
    ...(message.id === undefined ? {} : { id: message.id }),
    ...(message.lineNumber === undefined ? {} : { lineNumber: message.lineNumber }),
    ...(message.problem === undefined ? {} : { problem: message.problem, problemType: message.problemType }),
    success: message.success
  });
  return {
    componentFailures: job.messages.filter((message) => !message.success).map(row),
    componentSuccesses: job.messages.filter((message) => message.success).map(row),
    runTestResult: { numFailures: 0, numTestsRun: 0, totalTime: 0 }
  };
}

/** Production runs its local tests unless told otherwise [Metadata API guide, deploy()]. */
const runsTests = (job: DeployJob): boolean =>
  job.options.testLevel !== undefined && job.options.testLevel !== 'NoTestRun';
