import {
  apiNotEnabled,
  apiVersionUnknown,
  interrupted,
  orgRefused,
  orgUnreachable,
  quotaSpent,
  tlsUntrusted,
  unexpected
} from './errors/run';
import { sessionExpired } from './errors/login';
import { RingdownError } from './errors/ringdown-error';
import { OrgFailure, readingTheOrg } from './org/failure';

export type FailureSituation = {
  readonly interrupted: boolean;
  /** The command line to run again. */
  readonly again: string;
  readonly org?: string;
};

/** A user without API Enabled, and an edition without the API (REST API Developer Guide, "Status Codes and Error Responses"). */
const apiDisabledCodes: readonly string[] = ['API_CURRENTLY_DISABLED', 'API_DISABLED_FOR_ORG'];

/** Turns whatever was thrown into the one kind of error that people see. */
export function explainFailure(
  error: unknown,
  { interrupted: stopped, again, org = 'the org' }: FailureSituation
): RingdownError {
  if (stopped) return interrupted(again);
  if (error instanceof RingdownError) return error;
  if (!(error instanceof OrgFailure)) return unexpected(error);
  const { failureClass, code, message, request } = error;
  switch (failureClass) {
    case 'unreachable':
    case 'unavailable':
    case 'busy':
    case 'locked':
      return orgUnreachable(request, code, message, again, error);
    case 'untrusted':
      return tlsUntrusted(message, code, error);
    case 'quota':
      return quotaSpent(message, again, error);
    case 'session':
      return sessionExpired(org, message);
    case 'not-found':
      return request === readingTheOrg
        ? apiVersionUnknown(org, request, error)
        : orgRefused(request, code, message, error);
    case 'refused':
      return apiDisabledCodes.includes(code)
        ? apiNotEnabled(org, code, message, error)
        : orgRefused(request, code, message, error);
    default:
      return failureClass satisfies never;
  }
}
