import { X509Certificate, verify } from 'node:crypto';
import { parseXml } from '../metadata/xml/parse-xml';
import { childrenOf, textOf } from '../metadata/xml/xml-element';
import type { OrgData } from '../org-data';

/** The contact center in whose name a request is made, or why it may not be made. */
export type Authorized = { readonly callCenter: string; readonly jti?: string } | { readonly refused: string };

const longestLifeSeconds = 24 * 60 * 60;

/** Checks the JWT of a request [Voice Implementation Guide, Telephony Integration REST API Authorization]. */
export function authorize(org: OrgData, authorization: string | undefined): Authorized {
  const [, token = ''] = /^Bearer\s+(\S+)$/i.exec(authorization ?? '') ?? [];
  const [header = '', payload = '', signature = '', ...more] = token.split('.');
  const [head, claims] = [parsed(header), parsed(payload)];
  if (!head || !claims || more.length > 0) return { refused: 'The token is no JWT' };
  if (head.alg !== 'RS256') return { refused: 'The token must be signed with RS256' };
  const { iss, sub, iat, exp, jti } = claims;
  if (iss !== org.orgId && iss !== org.orgId.slice(0, 15)) return { refused: 'iss is not the id of this org' };
  const certificate = typeof sub === 'string' ? certificateOf(org, sub) : undefined;
  if (!certificate || typeof sub !== 'string')
    return { refused: `There is no contact center ${String(sub)} with a certificate` };
  const now = org.now().getTime() / 1000;
  if (typeof exp !== 'number' || exp <= now) return { refused: 'The token is over' };
  if (typeof iat !== 'number' || exp - iat > longestLifeSeconds)
    return { refused: 'The token lives longer than 24 hours' };
  const signed = Buffer.from(`${header}.${payload}`);
  if (!verify('RSA-SHA256', signed, certificate.publicKey, Buffer.from(signature, 'base64url')))
    return { refused: 'The signature is not made with the key of the contact center' };
  return { callCenter: sub, ...(typeof jti === 'string' ? { jti } : {}) };
}

/** The certificate that the contact center's definition carries. */
function certificateOf(org: OrgData, name: string): X509Certificate | undefined {
  const root = parseXml(org.component('CallCenter', name)?.files[0]?.text ?? '').root;
  if (!root) return undefined;
  const items = childrenOf(root, 'sections').flatMap((section) => childrenOf(section, 'items'));
  const item = items.find((each) => textOf(each, 'name') === 'reqTelephonyIntegrationCertificate');
  try {
    const certificate = item && new X509Certificate(textOf(item, 'value') ?? '');
    return certificate?.publicKey.asymmetricKeyType === 'rsa' ? certificate : undefined;
  } catch {
    return undefined;
  }
}

function parsed(part: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(Buffer.from(part, 'base64url').toString('utf8'));
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}
