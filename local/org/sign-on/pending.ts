import { randomBytes } from 'node:crypto';
import type { LocalOrg } from '../state/state';

/** What a client asked for, once the org found nothing against it. */
export type Asked = {
  readonly clientId: string;
  readonly redirectUri: string;
  readonly scopes: readonly string[];
  readonly state?: string;
  readonly nonce?: string;
  /** BASE64URL(SHA-256) of the verifier. */
  readonly challenge?: string;
};

export type PendingCode = Asked & { readonly userId: string; readonly endsAt: number };

/** Salesforce's authorization codes expire after 15 minutes [Salesforce Help, OAuth 2.0 Web Server Flow]. */
const codeLife = 15 * 60_000;

type Kept = { readonly codes: Map<string, PendingCode>; readonly questions: Map<string, PendingCode> };
const kept = new WeakMap<LocalOrg, Kept>();

function of(org: LocalOrg): Kept {
  const known = kept.get(org) ?? { codes: new Map(), questions: new Map() };
  kept.set(org, known);
  return known;
}

/** A code for this user, good once. */
export const newCode = (org: LocalOrg, asked: Asked, userId: string): string => keep(org, of(org).codes, asked, userId);

/** Uses a code up. */
export const takeCode = (org: LocalOrg, code: string): PendingCode | undefined => take(org, of(org).codes, code);

/** A question that this user has to answer. */
export const newQuestion = (org: LocalOrg, asked: Asked, userId: string): string =>
  keep(org, of(org).questions, asked, userId);

/** The question, while it waits. */
export const question = (org: LocalOrg, id: string): PendingCode | undefined => of(org).questions.get(id);

/** Takes a question off once it is answered. */
export const takeQuestion = (org: LocalOrg, id: string): PendingCode | undefined => take(org, of(org).questions, id);

function keep(org: LocalOrg, to: Map<string, PendingCode>, asked: Asked, userId: string): string {
  const key = `aPrx${randomBytes(32).toString('base64url')}`;
  to.set(key, { ...asked, userId, endsAt: org.now().getTime() + codeLife });
  return key;
}

function take(org: LocalOrg, from: Map<string, PendingCode>, key: string): PendingCode | undefined {
  const found = from.get(key);
  from.delete(key);
  return found && found.endsAt > org.now().getTime() ? found : undefined;
}
