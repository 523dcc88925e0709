import type { SecretSource } from '../resolved-config';
import type { OrgSettings } from '../schema/org';
import { mustBe } from '../shape/problem';
import type { Path } from '../source/path';
import type { Scope } from './scope';

export type Environment = Readonly<Record<string, string | undefined>>;

/** The same secret, with a file's path made relative to where the tool runs. */
export function secretBesideFile(source: SecretSource, { besideFile }: Pick<Scope, 'besideFile'>): SecretSource {
  return 'file' in source ? { file: besideFile(source.file) } : source;
}

/** Says which of this org's secrets are not where the file says they are. Only whether they are there is looked at. */
export function checkSecrets(login: OrgSettings['login'], env: Environment, scope: Scope): void {
  const check = (source: SecretSource | 'stdin' | undefined, path: Path): void => {
    if (source === undefined || source === 'stdin' || 'stdin' in source) return;
    if ('env' in source) {
      if (Object.hasOwn(env, source.env) && env[source.env]?.trim()) return;
      const expected = 'an environment variable that is set';
      const problem = mustBe(
        [],
        expected,
        source.env,
        `export ${source.env}=…, or give it to the pipeline as a secret`
      );
      return scope.problem({ ...problem, path: [...path, 'env'] });
    }
    if (scope.readFile(source.file) === undefined) {
      const problem = mustBe(
        [],
        'a file that can be read',
        source.file,
        'The path is relative to the configuration file'
      );
      scope.problem({ ...problem, path: [...path, 'file'] });
    }
  };
  const path: Path = ['orgs', scope.org.name, 'login'];
  if (typeof login === 'object') {
    if ('jwt' in login) check(login.jwt.privateKey, [...path, 'jwt', 'privateKey']);
    if ('authUrl' in login) check(login.authUrl, [...path, 'authUrl']);
    if ('accessToken' in login) check(login.accessToken, [...path, 'accessToken']);
  }
  (scope.settings.packages ?? []).forEach(({ installationKey }, index) =>
    check(installationKey, ['packages', index, 'installationKey'])
  );
}
