import type { BrokenRule } from './broken-rule';
import type { CallCenterDefinition } from './definition';
import { secretWord } from './secret-word';

/** Values of a definition that look like secrets. */
export function secretRules(definition: CallCenterDefinition): readonly BrokenRule[] {
  const items = definition.sections.flatMap(({ name, items: held }) =>
    held.map((item) => [`${name}/${item.name}`, item.name, item.value] as const)
  );
  const settings = [...(definition.customSettings ?? [])].map(
    ([key, value]) => [`customSettings.${key}`, key, value] as const
  );
  const url = definition.adapterUrl === undefined ? [] : [['adapterUrl', 'adapterUrl', definition.adapterUrl] as const];
  return [...url, ...settings, ...items].flatMap(([at, name, value]) => {
    const message = secretProblem(name, value);
    return message === undefined ? [] : [{ at, message }];
  });
}

/**
 * Why a value must not be in a call center definition, or undefined when it may: every rep of the call center can read all
 * of it (Open CTI's getCallCenterSettings). A public certificate is no secret.
 */
export function secretProblem(name: string, value: string): string | undefined {
  if (value === '') return undefined;
  if (secretWord(name)) return `looks like a secret by its name; every rep can read a call center definition`;
  const hit = secretValues.find(({ pattern }) => pattern.test(value));
  if (hit) return `holds ${hit.what}; every rep can read a call center definition`;
  return undefined;
}

const secretValues: readonly { readonly pattern: RegExp; readonly what: string }[] = [
  { pattern: /-----BEGIN [A-Z ]*PRIVATE KEY-----/, what: 'a private key' },
  { pattern: /\b00D\w{12,15}![\w.]{20,}/, what: 'a Salesforce session id' },
  { pattern: /\bforce:\/\/\S+@/, what: 'an sf auth URL' },
  { pattern: /\beyJ[\w-]{10,}\.[\w-]{10,}\.[\w-]*/, what: 'a JSON web token' },
  { pattern: /^Bearer\s+\S{16,}/i, what: 'a bearer token' },
  { pattern: /^https?:\/\/[^/?#]*:[^/?#@]*@/i, what: 'a password in a URL' },
  {
    pattern: /[?&][\w-]*(passw(or)?d|secret|api_?key|access_?token|auth_?token)=[^&\s]/i,
    what: 'a secret in a URL parameter'
  }
];
