import type { ApiHandler } from '../api';
import { deployRequest } from './rest/deploy-request';
import { soapApi } from './soap/soap-api';

export { soapFault, soapSessionToken } from './soap/soap-envelope';

/** The Metadata API, as SOAP and as REST. */
export const metadataApi: ApiHandler = (request, org, session) => {
  if (/^\/services\/Soap\/m(\/|$)/.test(request.path)) return soapApi(request, org, session);
  if (/^\/services\/data\/v[\d.]+\/metadata\/deployRequest(\/\w+)?$/.test(request.path))
    return deployRequest(request, org, session);
  return undefined;
};
