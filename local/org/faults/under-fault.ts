import type { ApiRequest, ApiResponse } from '../api';
import type { DeployJob } from '../metadata/deploy/deploy-job';
import type { InstallJob } from '../packages/install-job';
import type { LocalOrg } from '../state/state';
import { faultAnswer } from './fault-answer';
import type { Fault } from './fault-rule';

/** Who has locked which record, when a fault says so. */
export type IsLocked = (id: string | undefined) => boolean;

/** Answers a request as the org does, or as the fault has it. */
export function answerUnder(
  fault: Fault | undefined,
  context: {
    readonly org: LocalOrg;
    readonly request: ApiRequest;
    readonly soapFault: (code: string, message: string) => string;
  },
  answer: (isLocked?: IsLocked) => ApiResponse
): ApiResponse {
  if (!fault) return answer();
  const { org, request, soapFault } = context;
  const instead = faultAnswer(fault, request, soapFault);
  if (instead) return instead;
  switch (fault.kind) {
    case 'row-lock':
      return answer((id) => !fault.ids || fault.ids.includes(id ?? ''));
    case 'deploy-failure': {
      const { failures = [], errorMessage } = fault;
      return withNewJobs<DeployJob>(org, '0Af', answer, { toldFailure: { failures, errorMessage } });
    }
    case 'install-failure':
      return withNewJobs<InstallJob>(org, '0Hf', answer, { toldErrors: fault.errors });
    case 'install-in-progress':
      return withNewJobs<InstallJob>(org, '0Hf', answer, { polls: fault.polls });
    case 'publish-lag': {
      const answered = answer();
      return { ...answered, body: unavailable(answered.body) };
    }
    default:
      return answer();
  }
}

/** Tells the jobs that an answer has made how they end. */
function withNewJobs<Job extends { readonly id: string }>(
  org: LocalOrg,
  keyPrefix: string,
  answer: () => ApiResponse,
  told: Partial<Job>
): ApiResponse {
  const before = new Set(org.jobs(keyPrefix).map(({ id }) => id));
  const answered = answer();
  for (const job of org.jobs<Job>(keyPrefix)) if (!before.has(job.id)) org.putJob({ ...job, ...told });
  return answered;
}

/** The same answer with no package version available, however deep it stands in a composite answer. */
function unavailable(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(unavailable);
  if (typeof value !== 'object' || value === null) return value;
  const status = 'InstallValidationStatus';
  return Object.fromEntries(
    Object.entries(value).map(([name, each]) => [name, name === status ? 'PACKAGE_UNAVAILABLE' : unavailable(each)])
  );
}
