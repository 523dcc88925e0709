import { createSign } from 'node:crypto';
import type { VoiceOrg } from '../voice-org';

/** Salesforce allows a day; a token that is found in a log should be worth nothing. */
const lifeSeconds = 300;

/**
 * The token of one request [Telephony Integration REST API Authorization]: Salesforce refuses a `jti` that was sent before, so one
 * token is one request.
 */
export function signToken(org: VoiceOrg, privateKey: string, jti: string, now: number): string {
  const iat = Math.floor(now / 1000);
  const claims = { iss: org.orgId, sub: org.callCenter, iat, exp: iat + lifeSeconds, jti };
  const signed = [{ alg: 'RS256', typ: 'JWT' }, claims].map(encoded).join('.');
  return `${signed}.${createSign('RSA-SHA256').update(signed).sign(privateKey, 'base64url')}`;
}

const encoded = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
