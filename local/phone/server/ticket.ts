import { createHmac, timingSafeEqual } from 'node:crypto';

export type Ticket = {
  readonly agentId: string;
  readonly orgId: string;
  readonly name?: string;
  readonly id: string;
  readonly expiresAt: number;
};

/** What a ticket must be, to be one for this system now. */
export type TicketTerms = {
  readonly secret: string;
  /** The address that agents connect to, as whoever makes tickets writes it; a ticket for another system is none here. */
  readonly audience: string;
  /** Milliseconds since 1970. */
  readonly now: number;
};

/** The ticket in a JWT (RFC 7519, HS256), or undefined when it is wrong, over or for another system. */
export function readTicket(token: unknown, { secret, audience, now }: TicketTerms): Ticket | undefined {
  if (typeof token !== 'string' || token.length > 4000) return undefined;
  const [head = '', body = '', signature = '', ...more] = token.split('.');
  if (more.length > 0) return undefined;
  const expected = createHmac('sha256', secret).update(`${head}.${body}`).digest();
  const given = Buffer.from(signature, 'base64url');
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return undefined;
  const [header, claims] = [parse(head), parse(body)];
  const { sub, org, name, exp, jti, aud } = claims ?? {};
  if (header?.alg !== 'HS256' || typeof sub !== 'string' || typeof org !== 'string' || typeof jti !== 'string')
    return undefined;
  // RFC 7519, section 4.1.3: one audience may stand alone or in an array.
  if (![aud].flat().includes(audience)) return undefined;
  if (typeof exp !== 'number' || exp * 1000 <= now) return undefined;
  return { agentId: sub, orgId: org, id: jti, expiresAt: exp * 1000, ...(typeof name === 'string' ? { name } : {}) };
}

function parse(part: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(Buffer.from(part, 'base64url').toString('utf8'));
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}
