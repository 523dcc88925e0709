import type { Login, ResolvedOrg } from '../../config/resolved-config/org';
import { authUrlMalformed } from '../../errors/login';
import { readSecret, type SecretPlaces } from '../secret';
import type { Session } from '../transport';
import { jwtSession, refreshSession, trimSlash } from './oauth';

export type SessionSources = SecretPlaces & {
  readonly now: () => number;
  /** Aborted by Ctrl-C. */
  readonly signal?: AbortSignal;
  /** Where the local org of this name listens; started when it does not. */
  readonly localServer: (org: ResolvedOrg) => Promise<{ readonly url: string; readonly accessToken: string }>;
};

/** Logs in the way the configuration says. */
export async function openSession(org: ResolvedOrg, sources: SessionSources): Promise<Session> {
  const { login, name } = org;
  const { now, signal } = sources;
  switch (login.kind) {
    case 'local': {
      const { url, accessToken } = await sources.localServer(org);
      return { instanceUrl: url, accessToken };
    }
    case 'access-token':
      return {
        instanceUrl: trimSlash(login.instanceUrl),
        accessToken: readSecret(login.accessToken, `the access token of orgs.${name}`, sources)
      };
    case 'jwt': {
      const privateKey = readSecret(login.privateKey, `the private key of orgs.${name}`, sources);
      const { clientId, username, loginUrl } = login;
      return jwtSession({ clientId, username, loginUrl, privateKey }, name, now, signal);
    }
    case 'auth-url':
      return refreshSession(parseAuthUrl(login, name, sources), name, signal);
    case 'sf': {
      // Loaded only here: it brings the Salesforce libraries, which every other login does without.
      const { sfSession } = require('./sf-login') as typeof import('./sf-login');
      return sfSession(login.alias, name, now, signal);
    }
    default:
      return login satisfies never;
  }
}

const authUrlPattern = /^force:\/\/([^:]+):([^:]*):([^@]+)@(.+)$/;

function parseAuthUrl(login: Extract<Login, { kind: 'auth-url' }>, org: string, places: SecretPlaces) {
  const found = authUrlPattern.exec(readSecret(login.authUrl, `the auth URL of orgs.${org}`, places));
  const [, clientId = '', clientSecret = '', refreshToken = '', host = ''] = found ?? [];
  const name = host.replace(/^https?:\/\//, '');
  // Salesforce is https everywhere; only an org on this computer listens without.
  const scheme = /^(127\.0\.0\.1|localhost)(:|$)/.test(name) ? 'http' : 'https';
  const loginUrl = `${scheme}://${name}`;
  if (found === null || !URL.canParse(loginUrl)) throw authUrlMalformed(`orgs.${org}.login.authUrl`);
  return { clientId, clientSecret, refreshToken, loginUrl };
}
