import { readable, type ReadFile } from './read-configuration';
import { isHere, type Environment } from './resolve/secrets';
import type { ResolvedConfig } from './resolved-config';
import type { Login, SecretSource } from './resolved-config/org';
import { printedPath, type Path } from './source/path';

/** A secret that a run against this org would need and that is not where the configuration says it is. */
export type MissingSecret = {
  /** Where the resolved configuration names it, such as `org.login.privateKey.env`. */
  readonly path: string;
  /** The environment variable, or the file relative to where the tool runs. */
  readonly name: string;
  /** Reads on after the name. */
  readonly says: 'is not set here' | 'cannot be read here';
};

/** The secrets of one org that are not here. What can be said without them is no reason to fail. */
export function missingSecrets(config: ResolvedConfig, env: Environment, readFile: ReadFile): readonly MissingSecret[] {
  return sourcesOf(config)
    .filter(({ source }) => !isHere(source, env, (path) => readable(path, readFile)))
    .flatMap(({ source, path }): readonly MissingSecret[] => {
      if ('env' in source) return [{ path: printedPath([...path, 'env']), name: source.env, says: 'is not set here' }];
      if ('stdin' in source) return [];
      return [{ path: printedPath([...path, 'file']), name: source.file, says: 'cannot be read here' }];
    });
}

type Located = { readonly source: SecretSource; readonly path: Path };

function sourcesOf({ org, packages, callCenters }: ResolvedConfig): readonly Located[] {
  const keys = packages.flatMap(({ id, installationKey }) =>
    installationKey === undefined ? [] : [{ source: installationKey, path: ['packages', id, 'installationKey'] }]
  );
  // A file's certificate is made by somebody else, and needs nobody's token here.
  const tokens = callCenters.flatMap(({ key, sessionPages, voice }) =>
    sessionPages === undefined || voice === undefined || voice.certificate !== undefined
      ? []
      : [{ source: sessionPages.adminToken, path: ['callCenters', key, 'sessionPages', 'adminToken'] }]
  );
  return [...ofLogin(org.login), ...keys, ...tokens];
}

function ofLogin(login: Login): readonly Located[] {
  const path = ['org', 'login'];
  switch (login.kind) {
    case 'jwt':
      return [{ source: login.privateKey, path: [...path, 'privateKey'] }];
    case 'auth-url':
      return [{ source: login.authUrl, path: [...path, 'authUrl'] }];
    case 'access-token':
      return [{ source: login.accessToken, path: [...path, 'accessToken'] }];
    case 'local':
    case 'sf':
      return [];
    default:
      return login satisfies never;
  }
}
