import type { ApiRequest } from '../api';
import type { LocalOrg, Login } from '../state/state';

/** Who calls, from the token in the authorization header, or from the one that stands in a SOAP body. */
export function sessionOf(org: LocalOrg, request: ApiRequest, soapToken: string | undefined): Login | undefined {
  const [, bearer] = /^(?:Bearer|OAuth)\s+(\S+)$/i.exec(request.headers.authorization ?? '') ?? [];
  const token = soapToken ?? bearer;
  const login = token === undefined ? undefined : org.login(token);
  return login && org.row('User', login.userId)?.IsActive === true ? login : undefined;
}
