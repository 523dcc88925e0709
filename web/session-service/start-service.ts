import { createAudit, type Audit } from './audit/audit-log';
import type { Authenticator, Authenticators } from './authenticators/authenticator';
import { createBoundedWork } from './authenticators/bounded-work';
import { createOidcAuthenticator } from './authenticators/oidc';
import { createUsersFileAuthenticator } from './authenticators/users-file';
import { watchUsers } from './authenticators/watched-users';
import type { Pages } from './pages/pages';
import type { ProgramPlugins } from './http/program-routes';
import { createSessionService, type SessionService } from './session-service';
import type { ReadSettings } from './settings/read-settings';
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
  const authenticators = authenticatorsFrom(settings, audit);
  const store = await openStore(settings);
  let service: SessionService | undefined;
  try {
    const outside = { clock: systemClock, store, authenticators, pages, writeAudit };
    service = await createSessionService({ settings: serviceSettings, ...outside, plugins });
    const address = await service.app.listen(file.listen);
    const running = service;
    return {
      address,
      close: async () => {
        await running.close();
        await store.close();
      }
    };
  } catch (error) {
    await service?.close();
    await store.close();
    throw error;
  }
}

function authenticatorsFrom(settings: ReadSettings, audit: Audit): Authenticators {
  const { file, secrets, pathOf } = settings;
  const work = createBoundedWork(file.passwordWork);
  const from = (org: string, each: AuthenticatorSettings, index: number): Authenticator => {
    if (each.kind === 'users')
      return createUsersFileAuthenticator({ users: watchUsers(pathOf(each.file), audit), work });
    const clientSecret = secrets.get(`authenticators.${org}.${index}.clientSecret`)!;
    return createOidcAuthenticator({ ...each, clientSecret });
  };
  return Object.fromEntries(
    Object.entries(file.authenticators).map(([org, list]) => [org, list.map((each, index) => from(org, each, index))])
  );
}

type AuthenticatorSettings = ReadSettings['file']['authenticators'][string][number];

async function openStore({ file, secrets, pathOf }: ReadSettings): Promise<SessionStore> {
  if (file.store.kind === 'sqlite') return openSqliteStore(pathOf(file.store.file));
  return openRedisStore({ url: secrets.get('store.url')!, prefix: file.store.prefix });
}
