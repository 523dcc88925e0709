import type { ApiRequest, ApiResponse } from '../api';
import type { LocalOrg } from '../state/state';
import { approvalPage } from './approval-page';
import { approvalPath, authorize } from './authorize';
import { frontdoor, loginPage } from './browser-session';
import { discovery } from './discovery';
import { publicKeys } from './id-token';

type Handler = (org: LocalOrg, request: ApiRequest) => ApiResponse;

const handlers: Readonly<Record<string, Handler>> = {
  '/.well-known/openid-configuration': (_org, request) => discovery(request),
  '/id/keys': (org) => ({ status: 200, body: publicKeys(org) }),
  '/services/oauth2/authorize': authorize,
  '/secur/frontdoor.jsp': frontdoor,
  '/login': loginPage,
  [approvalPath]: approvalPage
};

/** Answers what a browser or a client asks of the org as OpenID provider, without a session; undefined for any other path. */
export const answerSignOn = (org: LocalOrg, request: ApiRequest): ApiResponse | undefined =>
  handlers[request.path]?.(org, request);
