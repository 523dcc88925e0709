import { createHash, generateKeyPairSync, sign, type JsonWebKey, type KeyObject } from 'node:crypto';
import type { LocalOrg } from '../state/state';

/** The claims that are in every ID token of Salesforce's [Salesforce Help, ID Tokens]. */
export type IdClaims = {
  readonly issuer: string;
  readonly subject: string;
  readonly clientId: string;
  readonly accessToken: string;
  readonly nonce?: string | undefined;
};

/** An ID token is good for two minutes unless an app says otherwise [Metadata API guide, ExternalAppIdTokenConfig]. */
const idTokenLife = 120;

/** Says who somebody is, signed with this org's key. */
export function idToken(org: LocalOrg, claims: IdClaims): string {
  const { kid, privateKey } = keysOf(org);
  const now = Math.floor(org.now().getTime() / 1000);
  const half = createHash('sha256').update(claims.accessToken).digest().subarray(0, 16);
  const content = [
    { alg: 'RS256', typ: 'JWT', kid },
    {
      iss: claims.issuer,
      sub: claims.subject,
      aud: claims.clientId,
      iat: now,
      exp: now + idTokenLife,
      at_hash: half.toString('base64url'),
      ...(claims.nonce === undefined ? {} : { nonce: claims.nonce })
    }
  ]
    .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
    .join('.');
  return `${content}.${sign('RSA-SHA256', Buffer.from(content), privateKey).toString('base64url')}`;
}

/** The public half, as clients read it. */
export function publicKeys(org: LocalOrg): { readonly keys: readonly JsonWebKey[] } {
  const { kid, publicKey } = keysOf(org);
  return { keys: [{ ...publicKey.export({ format: 'jwk' }), kid, use: 'sig', alg: 'RS256' }] };
}

type Keys = { readonly kid: string; readonly publicKey: KeyObject; readonly privateKey: KeyObject };
const made = new WeakMap<LocalOrg, Keys>();

/** Made when it is first needed, and anew in every process: tokens live for minutes. */
function keysOf(org: LocalOrg): Keys {
  const known = made.get(org);
  if (known) return known;
  const pair = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const keys = {
    ...pair,
    kid: createHash('sha256')
      .update(pair.publicKey.export({ format: 'pem', type: 'spki' }))
      .digest('hex')
      .slice(0, 16)
  };
  made.set(org, keys);
  return keys;
}
