import type { FastifyRequest } from 'fastify';
import type { Audit } from '../audit/audit-log';
import type { Authenticators } from '../authenticators/authenticator';
import { Failure } from '../failure';
import type { Logins } from '../login/logins';
import type { RequestRate } from '../login/request-rate';
import type { Pages } from '../pages/pages';
import type { ChangeHub } from '../sessions/change-hub';
import type { Sessions } from '../sessions/sessions';
import type { OrgSettings, ServiceSettings } from '../settings/service-settings';
import type { SessionStore } from '../store/session-store';
import type { Clock } from '../time/clock';
import type { ServiceTime } from '../time/service-time';

/** Everything that the endpoints need. */
export type ServiceContext = {
  readonly settings: ServiceSettings;
  readonly orgs: ReadonlyMap<string, OrgSettings>;
  readonly clock: Clock;
  readonly time: ServiceTime;
  readonly store: SessionStore;
  readonly audit: Audit;
  readonly authenticators: Authenticators;
  readonly pages: Pages;
  readonly sessions: Sessions;
  readonly logins: Logins;
  readonly hub: ChangeHub;
  readonly rate: RequestRate;
};

/** The org of the request's path. An org that is not served and a page that does not exist look the same. */
export function orgOf({ orgs }: Pick<ServiceContext, 'orgs'>, request: FastifyRequest): OrgSettings {
  const { orgId } = request.params as { readonly orgId: string };
  const org = orgs.get(orgId);
  if (org === undefined) throw new Failure('NOT_FOUND');
  return org;
}
