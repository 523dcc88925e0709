import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { SecretSource } from '../config/resolved-config/org';
import { secretMissing } from '../errors/login';

export type SecretPlaces = {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly cwd: string;
};

/** Reads a secret from where the configuration says it is; the caller never keeps or prints it. */
export function readSecret(source: SecretSource, what: string, { env, cwd }: SecretPlaces): string {
  if ('env' in source) {
    const value = env[source.env]?.trim();
    if (value) return value;
    throw secretMissing(what, `the environment variable ${source.env}`, `export ${source.env}=…`);
  }
  const path = 'file' in source ? resolve(cwd, source.file) : 0;
  const where = 'file' in source ? `the file ${source.file}` : 'standard input';
  const value = readText(path)?.trim();
  if (value) return value;
  throw secretMissing(
    what,
    where,
    'file' in source ? `put it into ${source.file}` : 'pipe it in, for example: cat key | npx ringdown …'
  );
}

function readText(path: string | number): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined; // absent and unreadable are the same to the caller: the secret is not there
  }
}
