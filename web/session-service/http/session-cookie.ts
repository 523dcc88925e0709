import type { FastifyReply, FastifyRequest } from 'fastify';
import { bearerOf } from './guards';

// Only such a cookie lives in a frame of Salesforce: third-party cookies are blocked unless they are partitioned by the framing site.
const inFrames = { path: '/', secure: true, httpOnly: true, sameSite: 'none', partitioned: true } as const;
const secretForm = /^[\w-]{43}$/;
const deviceSeconds = 180 * 86_400;

/** How a request says whose session it is. */
export type Credential = { readonly id: string; readonly by: 'cookie' | 'bearer' };

/** The session that the request claims, if any; a text that cannot be an id counts as an id that nobody has. */
export function credentialOf(orgId: string, request: FastifyRequest): Credential | undefined {
  const bearer = bearerOf(request);
  if (bearer !== undefined) return { id: bearer, by: 'bearer' };
  const id = request.cookies[sessionCookie(orgId)];
  return id === undefined || id === '' ? undefined : { id, by: 'cookie' };
}

export function setSessionCookie(reply: FastifyReply, orgId: string, id: string): void {
  reply.setCookie(sessionCookie(orgId), id, inFrames);
}

export function clearSessionCookie(reply: FastifyReply, orgId: string): void {
  reply.clearCookie(sessionCookie(orgId), inFrames);
}

/** The secret by which a browser is known again, whoever logs in. */
export function deviceOf(orgId: string, request: FastifyRequest): string | undefined {
  const device = request.cookies[deviceCookie(orgId)];
  return device !== undefined && secretForm.test(device) ? device : undefined;
}

export function setDeviceCookie(reply: FastifyReply, orgId: string, device: string): void {
  reply.setCookie(deviceCookie(orgId), device, { ...inFrames, maxAge: deviceSeconds });
}

// `__Host-` keeps other hosts of the domain from planting one.
const sessionCookie = (orgId: string): string => `__Host-ringdown-${orgId}`;
const deviceCookie = (orgId: string): string => `__Host-ringdown-device-${orgId}`;
