import { readFileSync } from 'node:fs';
import type { SecretSource } from './settings-schema';

export type Secret = { readonly value: string } | { readonly problem: string };

/** Shorter ones can be guessed. */
const leastLength = 16;

/** Reads a secret from where the settings say; the answer to a problem never holds the secret. */
export function readSecret(source: SecretSource, env: NodeJS.ProcessEnv, pathOf: (file: string) => string): Secret {
  const where = 'env' in source ? `names the variable ${source.env}` : `names ${pathOf(source.file)}`;
  let value: string | undefined;
  try {
    value = 'env' in source ? env[source.env] : readFileSync(pathOf(source.file), 'utf8');
  } catch (error) {
    return { problem: `${where}, which cannot be read: ${(error as NodeJS.ErrnoException).code}` };
  }
  const trimmed = value?.trim() ?? '';
  if (trimmed === '') return { problem: `${where}, which is empty` };
  // An address with its password is no random text.
  if (trimmed.length < leastLength && !trimmed.includes('://'))
    return { problem: `${where}, which holds fewer than ${leastLength} characters` };
  // One with white space or beyond ASCII can stand in no header, and its door would never open.
  if (!/^[\x21-\x7e]+$/.test(trimmed)) return { problem: `${where}, which holds white space or letters beyond ASCII` };
  return { value: trimmed };
}

/** Every place of the settings that names a secret, so that all that cannot be read are told of at once. */
export function secretsIn(value: unknown, where = ''): readonly (readonly [where: string, source: SecretSource])[] {
  if (typeof value !== 'object' || value === null) return [];
  const entries = Object.entries(value);
  const [first] = entries;
  if (entries.length === 1 && first !== undefined && typeof first[1] === 'string') {
    if (first[0] === 'env') return [[where, { env: first[1] }]];
    if (first[0] === 'file') return [[where, { file: first[1] }]];
  }
  return entries.flatMap(([key, inner]) => secretsIn(inner, where === '' ? key : `${where}.${key}`));
}
