import { longId } from '../salesforce-id';
import type { Login, OrgKind, ResolvedOrg, SecretSource } from '../resolved-config/org';
import type { LoginSettings, OrgSettings } from '../schema/org';
import { mustBe } from '../shape/problem';
import { isMapping, type Path } from '../source/path';
import { isSandboxLike, type Scope } from './scope';
import { secretBesideFile } from './secrets';
import { suits } from './salesforce-host';

export type OrgInput = {
  readonly scope: Pick<Scope, 'org' | 'problem' | 'trace' | 'besideFile' | 'absolute' | 'readFile'>;
  readonly settings: OrgSettings;
};

/** The org and its login, with the login URL that its kind asks for. */
export function resolveOrg({ scope, settings }: OrgInput): ResolvedOrg {
  const { name, kind } = scope.org;
  const path = ['orgs', name, 'login'];
  const { orgId } = settings;
  scope.trace(['org'], ['orgs', name]);
  scope.trace(['org', 'name'], 'the org that was asked for');
  scope.trace(['org', 'login'], path);
  scope.trace(['org', 'login', 'kind'], path);
  return {
    name,
    kind,
    orgId: orgId && longId(orgId),
    ...myDomainOf(settings, scope),
    login: resolveLogin(settings.login, { scope, path })
  };
}

function myDomainOf({ myDomain, login }: OrgSettings, scope: OrgInput['scope']): Pick<ResolvedOrg, 'myDomain'> {
  if (myDomain === undefined) return {};
  const isLocal = login === 'local' || 'local' in login;
  if (!isLocal) checkHost(myDomain, ['orgs', scope.org.name, 'myDomain'], scope);
  return { myDomain: new URL(myDomain).origin };
}

type LoginInput = Omit<OrgInput, 'settings'> & { readonly path: Path };

function resolveLogin(login: LoginSettings, { scope, path }: LoginInput): Login {
  const secret = (source: SecretSource): SecretSource => secretBesideFile(source, scope);
  const { kind } = scope.org;
  if (login === 'local') return { kind: 'local' };
  if ('local' in login) {
    scope.trace(['org', 'login', 'catalog'], [...path, 'local', 'catalog']);
    return { kind: 'local', catalog: catalog(login.local.catalog, [...path, 'local', 'catalog'], scope) };
  }
  if ('sf' in login) {
    scope.trace(['org', 'login', 'alias'], [...path, 'sf']);
    return { kind: 'sf', alias: login.sf };
  }
  if ('authUrl' in login)
    return { kind: 'auth-url', authUrl: login.authUrl === 'stdin' ? { stdin: true } : login.authUrl };
  if ('accessToken' in login) {
    checkHost(login.instanceUrl, [...path, 'instanceUrl'], scope);
    return {
      kind: 'access-token',
      accessToken: secret(login.accessToken),
      instanceUrl: new URL(login.instanceUrl).origin
    };
  }
  const { clientId, username, privateKey, loginUrl } = login.jwt;
  for (const field of ['clientId', 'username', 'privateKey', 'loginUrl'])
    scope.trace(['org', 'login', field], [...path, 'jwt', field]);
  if (loginUrl === undefined) scope.trace(['org', 'login', 'loginUrl'], `derived: ${kind}`);
  else checkHost(loginUrl, [...path, 'jwt', 'loginUrl'], scope);
  return {
    kind: 'jwt',
    clientId,
    username,
    privateKey: secret(privateKey),
    loginUrl: new URL(loginUrl ?? loginHost(kind)).origin
  };
}

/** A catalog that comes with the local org keeps its name; any other word is a file, which has to be there. */
function catalog(given: string, path: Path, { problem, readFile, absolute }: LoginInput['scope']): string {
  if (given === 'voice') return given;
  const text = readFile(given);
  const fix = 'Write voice, or a path that is relative to the configuration file';
  if (text === undefined) problem(mustBe(path, 'voice, or a file that can be read', given, fix));
  else if (!isMapping(parsedJson(text))) problem(mustBe(path, 'a file that holds a JSON object', given));
  return absolute(given);
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // said as what it should be
  }
}

/** Where users of an org of this kind log in when no My Domain is known. */
export function loginHost(kind: OrgKind): string {
  return isSandboxLike(kind) ? 'https://test.salesforce.com' : 'https://login.salesforce.com';
}

function checkHost(url: string, path: Path, { org, problem }: LoginInput['scope']): void {
  if (suits(url, org.kind)) return;
  const own =
    path.at(-1) === 'instanceUrl' ? 'the org’s own My Domain' : `${loginHost(org.kind)} or the org’s own My Domain`;
  problem(mustBe(path, `a URL of a ${org.kind} org`, url, `Write ${own}, or change orgs.${org.name}.kind`));
}
