import type { ApiRequest, ApiResponse } from '../api';
import { ApiError, restErrorOf } from '../api-error';
import type { Fault } from './fault-rule';

/** What is answered in place of the org's own answer; undefined for the faults that let the org answer. */
export function faultAnswer(
  fault: Fault,
  request: ApiRequest,
  soapFault: (code: string, message: string) => string
): ApiResponse | undefined {
  const refuse = (status: number, code: string, message: string): ApiResponse => {
    if (!request.path.startsWith('/services/Soap/'))
      return { status, body: [restErrorOf(new ApiError(status, code, message))] };
    return { status: 500, headers: { 'content-type': 'text/xml;charset=UTF-8' }, body: soapFault(code, message) };
  };
  switch (fault.kind) {
    case 'status': {
      const {
        status,
        headers,
        body = [restErrorOf(new ApiError(status, 'SERVER_UNAVAILABLE', 'Server is too busy'))]
      } = fault;
      return { status, ...(headers ? { headers } : {}), body };
    }
    case 'maintenance-page':
      return { status: 503, headers: { 'content-type': 'text/html;charset=UTF-8' }, body: maintenancePage };
    case 'expired-session':
      return refuse(401, 'INVALID_SESSION_ID', 'Session expired or invalid');
    case 'request-limit':
      return fault.which === 'total'
        ? refuse(403, 'REQUEST_LIMIT_EXCEEDED', 'TotalRequests Limit exceeded.')
        : refuse(403, 'REQUEST_LIMIT_EXCEEDED', 'ConcurrentRequests (Concurrent API Requests) Limit exceeded.');
    case 'reset-before':
    case 'reset-after':
    case 'slow':
    case 'row-lock':
    case 'deploy-failure':
    case 'install-failure':
    case 'publish-lag':
    case 'install-in-progress':
      return undefined;
    default:
      return fault satisfies never;
  }
}

const maintenancePage =
  '<!DOCTYPE html><html><head><title>Maintenance</title></head>' +
  '<body><h1>We are down for maintenance.</h1><p>Sorry for the inconvenience. We&#39;ll be back shortly.</p></body></html>';
