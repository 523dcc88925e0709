import { createHmac, randomUUID } from 'node:crypto';

/** A ticket as the session service signs it. */
export function signTicket(secret: string, claims: Readonly<Record<string, unknown>>): string {
  const [header, payload] = [
    { alg: 'HS256', typ: 'JWT' },
    { jti: randomUUID(), ...claims }
  ].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'));
  const signature = createHmac('sha256', secret).update(`${header}.${payload}`).digest('base64url');
  return `${header}.${payload}.${signature}`;
}
