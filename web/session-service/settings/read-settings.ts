import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { z } from 'zod';
import { readSecret, secretsIn } from './read-secret';
import type { ServiceSettings } from './service-settings';
import { orgsSchema, settingsSchema, type SettingsFile } from './settings-schema';

/** Everything that is wrong with the settings, a line each: the file, where in it, and what must be there. */
export class SettingsProblem extends Error {
  constructor(readonly problems: readonly string[]) {
    super(problems.join('\n'));
  }
}

/** The operator's file with everything that it names read in. */
export type ReadSettings = {
  readonly service: ServiceSettings;
  readonly file: SettingsFile;
  /** Secrets by their place in the file, such as `store.url` or `authenticators.*.0.clientSecret`. */
  readonly secrets: ReadonlyMap<string, string>;
  /** A path of the settings, which are relative to their file. */
  readonly pathOf: (file: string) => string;
};

/** Reads the settings file and what it names, or throws a SettingsProblem with everything that is wrong. */
export function readSettings(file: string, env: NodeJS.ProcessEnv): ReadSettings {
  const problems: string[] = [];
  const pathOf = (name: string): string => path.resolve(path.dirname(file), name);
  const json = readJson(file, problems);
  const parsed = json === undefined ? undefined : check(file, json, settingsSchema, problems);
  const secrets = new Map<string, string>();
  for (const [where, source] of secretsIn(json)) {
    const secret = readSecret(source, env, pathOf);
    if ('value' in secret) secrets.set(where, secret.value);
    else problems.push(`${file} ${where} ${secret.problem}`);
  }
  if (secrets.get('adminToken') !== undefined && secrets.get('adminToken') === secrets.get('phoneSystemToken'))
    problems.push(`${file} phoneSystemToken is the adminToken too; the phone system must not be an admin`);
  const orgsFile = (json as { readonly orgsFile?: unknown } | undefined)?.orgsFile;
  const orgsJson = typeof orgsFile === 'string' ? readJson(pathOf(orgsFile), problems) : undefined;
  const orgs =
    orgsJson === undefined ? undefined : check(pathOf(String(orgsFile)), orgsJson, orgsSchema, problems)?.orgs;
  for (const { orgId, matchBy } of orgs ?? []) {
    const list = parsed?.authenticators[orgId] ?? parsed?.authenticators['*'] ?? [];
    if (matchBy === 'FederationIdentifier' && list.some((each) => each.kind === 'oidc' && !each.federationIdClaim))
      problems.push(
        `${file} authenticators of ${orgId} need a federationIdClaim: its reps are known by their Federation ID`
      );
  }
  const tls = parsed?.tls && {
    key: readNamed(pathOf(parsed.tls.keyFile), problems) ?? '',
    cert: readNamed(pathOf(parsed.tls.certFile), problems) ?? ''
  };
  if (problems.length > 0 || parsed === undefined || orgs === undefined) throw new SettingsProblem(problems);

  const { origin, policy, trustProxy } = parsed;
  const phone = parsed.phone && { url: parsed.phone.url, ticketSecret: secrets.get('phone.ticketSecret')! };
  const tokens = { adminToken: secrets.get('adminToken'), phoneSystemToken: secrets.get('phoneSystemToken') };
  return { service: { origin, orgs, policy, trustProxy, tls, phone, ...tokens }, file: parsed, secrets, pathOf };
}

function readNamed(file: string, problems: string[]): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    problems.push(`${file} cannot be read: ${(error as NodeJS.ErrnoException).code}`);
    return undefined;
  }
}

function readJson(file: string, problems: string[]): unknown {
  const text = readNamed(file, problems);
  if (text === undefined) return undefined;
  try {
    return JSON.parse(text);
  } catch (error) {
    problems.push(`${file} is not JSON: ${(error as Error).message}`);
    return undefined;
  }
}

function check<T extends z.ZodType>(
  file: string,
  json: unknown,
  schema: T,
  problems: string[]
): z.infer<T> | undefined {
  const parsed = schema.safeParse(json);
  if (parsed.success) return parsed.data;
  for (const { path: where, message } of parsed.error.issues)
    problems.push(`${file} ${where.map(String).join('.') || 'as a whole'} ${message}`);
  return undefined;
}
