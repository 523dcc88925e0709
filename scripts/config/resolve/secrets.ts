import type { SecretSource } from '../resolved-config/org';
import type { OrgSettings } from '../schema/org';
import { mustBe } from '../shape/problem';
import type { Path } from '../source/path';
import type { Scope } from './scope';

export type Environment = Readonly<Record<string, string | undefined>>;

/** The same secret, with a file's path made relative to where the tool runs. */
export function secretBesideFile(source: SecretSource, { besideFile }: Pick<Scope, 'besideFile'>): SecretSource {
  return 'file' in source ? { file: besideFile(source.file) } : source;
}

/** Whether a secret is where it should be. Only that is looked at. */
export function isHere(source: SecretSource, env: Environment, readFile: Scope['readFile']): boolean {
  if ('env' in source) return Object.hasOwn(env, source.env) && Boolean(env[source.env]?.trim());
  return 'stdin' in source || readFile(source.file) !== undefined;
}

/** Says which of this org's secrets are not where the file says they are. */
export function checkSecrets(login: OrgSettings['login'], env: Environment, scope: Scope): void {
  const check = (source: SecretSource | 'stdin' | undefined, path: Path): void => {
    if (source === undefined || source === 'stdin' || isHere(source, env, scope.readFile)) return;
    if ('env' in source) {
      const fix = `export ${source.env}=…, or give it to the pipeline as a secret`;
      const problem = mustBe([], 'an environment variable that is set', source.env, fix);
      scope.problem({ ...problem, path: [...path, 'env'] });
    } else if ('file' in source) {
      const fix = 'The path is relative to the configuration file';
      scope.problem({ ...mustBe([], 'a file that can be read', source.file, fix), path: [...path, 'file'] });
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
