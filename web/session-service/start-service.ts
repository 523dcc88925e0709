import { createAudit, type Audit } from './audit/audit-log';
import { authenticatorsOf, type Authenticator, type Authenticators } from './authenticators/authenticator';
import { createBoundedWork } from './authenticators/bounded-work';
import { createOidcAuthenticator } from './authenticators/oidc';
import { createUsersFileAuthenticator } from './authenticators/users-file';
import { watchUsers, type WatchedUsers } from './authenticators/watched-users';
import type { Pages } from './pages/pages';
import type { ProgramPlugins } from './http/program-routes';
import { createSessionService, type SessionService } from './session-service';
import type { ReadSettings } from './settings/read-settings';
import type { OrgSettings } from './settings/service-settings';
import type { SessionStore } from './store/session-store';
import { openRedisStore } from './store/redis-store';
import { openSqliteStore } from './store/sqlite-store';
import { systemClock } from './time/clock';

export type StartOptions = {
  readonly settings: ReadSettings;
  readonly pages: Pages;
  readonly writeAudit: (line: string) => void;
  readonly plugins?: ProgramPlugins;
};

/** A service that listens; its address is where a proxy or a browser reaches it. */
export type StartedService = { readonly address: string; readonly close: () => Promise<void> };

/** Opens what the settings name, builds the service on it and lets it listen. */
export async function startService(options: StartOptions): Promise<StartedService> {
  const { settings, pages, plugins, writeAudit } = options;
  const { file, service: serviceSettings } = settings;
  const audit = createAudit(writeAudit, systemClock.now);
  let service: SessionService | undefined;
  const left = (names: readonly string[]): void => void service?.revoke(names).catch(() => undefined);
  const { authenticators, stop } = openAuthenticators(settings, audit, left);
  let store: SessionStore | undefined;
  const close = async (): Promise<void> => {
    stop();
    await service?.close();
    await store?.close();
  };
  try {
    store = await openStore(settings);
    const outside = { clock: systemClock, store, authenticators, pages, writeAudit };
    service = await createSessionService({ settings: serviceSettings, ...outside, plugins });
    return { address: await service.app.listen(file.listen), close };
  } catch (error) {
    await close();
    throw error;
  }
}

type OpenAuthenticators = { readonly authenticators: Authenticators; readonly stop: () => void };

function openAuthenticators(
  settings: ReadSettings,
  audit: Audit,
  left: (names: readonly string[]) => void
): OpenAuthenticators {
  const { file, secrets, pathOf, service } = settings;
  const work = createBoundedWork(file.passwordWork);
  const watched = new Map<string, WatchedUsers>();
  const usersOf = (name: string): WatchedUsers => {
    const known = watched.get(name) ?? watchUsers({ file: pathOf(name), clock: systemClock, audit, left });
    watched.set(name, known);
    return known;
  };
  const from = (org: string, each: AuthenticatorSettings, index: number): Authenticator => {
    if (each.kind === 'users') return createUsersFileAuthenticator({ users: usersOf(each.file).users, work });
    const clientSecret = secrets.get(`authenticators.${org}.${index}.clientSecret`);
    return createOidcAuthenticator({ ...each, clientSecret });
  };
  const authenticators = Object.fromEntries(
    Object.entries(file.authenticators).map(([org, list]) => [org, list.map((each, index) => from(org, each, index))])
  );
  const ofOrgs = service.orgs.flatMap(({ orgId, signOn }) =>
    signOn === undefined ? [] : [[orgId, [salesforce(signOn), ...authenticatorsOf(authenticators, orgId)]] as const]
  );
  return {
    authenticators: { ...authenticators, ...Object.fromEntries(ofOrgs) },
    stop: () => watched.forEach((users) => users.stop())
  };
}

/** The org that Salesforce's pages run in is the first that a rep is offered. */
function salesforce(signOn: NonNullable<OrgSettings['signOn']>): Authenticator {
  const known = {
    label: 'Salesforce',
    userNameClaim: 'preferred_username',
    // It tells no Federation ID of its own accord; an admin may add it to the app as an attribute of this name.
    federationIdClaim: 'custom_attributes.FederationIdentifier',
    isSalesforce: true
  };
  return createOidcAuthenticator({ ...signOn, ...known });
}

type AuthenticatorSettings = ReadSettings['file']['authenticators'][string][number];

async function openStore({ file, secrets, pathOf }: ReadSettings): Promise<SessionStore> {
  if (file.store.kind === 'sqlite') return openSqliteStore(pathOf(file.store.file));
  return openRedisStore({ url: secrets.get('store.url')!, prefix: file.store.prefix });
}
