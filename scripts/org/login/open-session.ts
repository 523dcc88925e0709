import type { Login, ResolvedOrg } from '../../config/resolved-config';
import { authUrlMalformed } from '../../errors/login';
import { readSecret, type SecretPlaces } from '../secret';
import type { Session } from '../transport';
import { jwtSession, refreshSession, trimSlash } from './oauth';

export type SessionSources = SecretPlaces & {
  readonly now: () => number;
  /** Where the local org of this name listens; started when it does not. */
  readonly localServer: (org: ResolvedOrg) => Promise<{ readonly url: string; readonly accessToken: string }>;
};

/** Logs in the way the configuration says. */
export async function openSession(org: ResolvedOrg, sources: SessionSources): Promise<Session> {
  const { login, name } = org;
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
      return jwtSession({ clientId, username, loginUrl, privateKey }, name, sources.now);
    }
    case 'auth-url':
      return refreshSession(parseAuthUrl(login, name, sources), name);
    case 'sf': {
      // Loaded only here: it brings the Salesforce libraries, which every other login does without.
      const { sfSession } = require('./sf-login') as typeof import('./sf-login');
      return sfSession(login.alias, name, sources.now);
    }
    default:
      return login satisfies never;
  }
}

const authUrlPattern = /^force:\/\/([^:]+):([^:]*):([^@]+)@(.+)$/;

function parseAuthUrl(login: Extract<Login, { kind: 'auth-url' }>, org: string, places: SecretPlaces) {
  const found = authUrlPattern.exec(readSecret(login.authUrl, `the auth URL of orgs.${org}`, places));
  if (found === null) throw authUrlMalformed(`orgs.${org}.login.authUrl`);
  const [, clientId = '', clientSecret = '', refreshToken = '', host = ''] = found;
  const name = host.replace(/^https?:\/\//, '');
  // Salesforce is https everywhere; only an org on this computer listens without.
  const scheme = /^(127\.0\.0\.1|localhost)(:|$)/.test(name) ? 'http' : 'https';
  return { clientId, clientSecret, refreshToken, loginUrl: `${scheme}://${name}` };
}
