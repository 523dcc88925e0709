import type { FastifyInstance } from 'fastify';
import { createAudit } from './audit/audit-log';
import type { Authenticators } from './authenticators/authenticator';
import { createApp } from './http/create-app';
import { eventRoute } from './http/event-route';
import { loginRoutes } from './http/login-routes';
import { loginWindowRoutes } from './http/login-window-routes';
import { pageRoutes } from './http/page-routes';
import { programRoutes, type ProgramPlugins } from './http/program-routes';
import { providerRoutes } from './http/provider-routes';
import type { ServiceContext } from './http/service-context';
import { sessionRoutes } from './http/session-routes';
import { ticketRoute } from './http/ticket-route';
import { createLogins } from './login/logins';
import { createRequestRate } from './login/request-rate';
import type { Pages } from './pages/pages';
import { createChangeHub } from './sessions/change-hub';
import { endFallen } from './sessions/end-fallen';
import { startExpiry } from './sessions/expiry';
import { createSessions } from './sessions/sessions';
import type { ServiceSettings } from './settings/service-settings';
import type { SessionStore } from './store/session-store';
import type { Clock } from './time/clock';
import { createServiceTime } from './time/service-time';

export type SessionServiceOptions = {
  readonly settings: ServiceSettings;
  readonly clock: Clock;
  readonly store: SessionStore;
  readonly authenticators: Authenticators;
  readonly pages: Pages;
  /** Takes the audit log, a line at a time. */
  readonly writeAudit: (line: string) => void;
  /** Endpoints of others behind this service's doors. */
  readonly plugins?: ProgramPlugins;
};

export type SessionService = {
  /** The server; whoever made it lets it listen, or injects requests. */
  readonly app: FastifyInstance;
  /** Ends every session of these names in the phone system, in every org: they may not log in any more, or not in the same way. */
  readonly revoke: (agentNames: readonly string[]) => Promise<void>;
  /** Stops listening and watching; the sessions stay in the store, which whoever opened it closes. */
  readonly close: () => Promise<void>;
};

/** Builds the service on what it is given and begins to end sessions that are due. */
export async function createSessionService(options: SessionServiceOptions): Promise<SessionService> {
  const { settings, clock, store, authenticators, pages } = options;
  const audit = createAudit(options.writeAudit, clock.now);
  const notBefore = await store.noteTime(clock.now());
  const onStep = (milliseconds: number): void => audit({ event: 'clock-stepped', milliseconds });
  const time = createServiceTime({ clock, notBefore, onStep });
  const sessions = createSessions({ store, time, policy: settings.policy, audit });
  const logins = createLogins({ store, time, audit, sessions, authenticators });
  const hub = createChangeHub(store, clock);
  const rate = createRequestRate(clock);
  const orgs = new Map(settings.orgs.map((org) => [org.orgId, org]));
  const services = { sessions, logins, hub, rate };
  const context: ServiceContext = { settings, orgs, clock, time, store, audit, authenticators, pages, ...services };

  const app = await createApp(settings, audit, clock);
  for (const addRoutes of [
    pageRoutes,
    loginRoutes,
    loginWindowRoutes,
    providerRoutes,
    sessionRoutes,
    eventRoute,
    ticketRoute
  ])
    addRoutes(app, context);
  await programRoutes(app, context, options.plugins ?? {});
  await app.ready();
  await endFallen({ orgIds: orgs.keys(), store, sessions, authenticators });
  const expiry = startExpiry({ store, time, clock, audit });
  audit({ event: 'service-started' });
  return {
    app,
    revoke: async (agentNames) => {
      for (const orgId of orgs.keys()) for (const name of agentNames) await sessions.endAllOfAgent(orgId, name);
    },
    close: async () => {
      await expiry.stop();
      hub.stop();
      await app.close();
      audit({ event: 'service-stopped' });
    }
  };
}
