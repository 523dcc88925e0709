import type { CookieSerializeOptions } from '@fastify/cookie';
import type { FastifyReply } from 'fastify';
import { randomBytes } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import type { OrgSettings } from '../settings/service-settings';
import { silentHeaders, windowHeaders } from './answer-headers';
import { codeWindow, refusalWindow, silentPage, type WindowText } from './provider-window';

/** How a login goes to an identity provider and comes back. */
export type ProviderWay = {
  readonly name: 'window' | 'frame';
  /** Whether the provider must show nothing. */
  readonly isSilent: boolean;
  /** Holds what proves on the way back that this browser began. */
  readonly cookie: string;
  readonly cookieLife: CookieSerializeOptions;
  /**
   * Whether our own login page began it, as every browser of today says. A link from elsewhere could sign a rep in, without a click, for
   * the attempt of a stranger, who then only has to talk the code out of him.
   */
  readonly isOurs: (headers: IncomingHttpHeaders) => boolean;
  readonly refuse: (reply: FastifyReply, org: OrgSettings, status: number, text: WindowText) => string;
  readonly welcome: (reply: FastifyReply, org: OrgSettings, code: string) => string;
};

/** In a window of its own, by a click. */
export const windowWay: ProviderWay = {
  name: 'window',
  isSilent: false,
  cookie: '__Host-ringdown-oidc',
  // The provider sends the browser back by a link from another site, so this must be Lax; it lives in the window, not in a frame.
  cookieLife: { path: '/', secure: true, httpOnly: true, sameSite: 'lax', maxAge: 600 },
  isOurs: ({ 'sec-fetch-site': site }) => site === undefined || site === 'same-origin',
  refuse: (reply, _org, status, text) => {
    const nonce = newNonce();
    show(reply, status, windowHeaders(nonce));
    return refusalWindow(text, nonce);
  },
  welcome: (reply, _org, code) => {
    const nonce = newNonce();
    show(reply, 200, windowHeaders(nonce));
    return codeWindow(code, nonce);
  }
};

/** In a hidden frame of the login page, without a click; whatever goes wrong there is not for the rep. */
export const frameWay: ProviderWay = {
  name: 'frame',
  isSilent: true,
  cookie: '__Host-ringdown-oidc-silent',
  // Below Salesforce's page and the provider's redirect only such a cookie comes back.
  cookieLife: { path: '/', secure: true, httpOnly: true, sameSite: 'none', partitioned: true, maxAge: 60 },
  isOurs: (headers) => headers['sec-fetch-site'] === 'same-origin' && headers['sec-fetch-dest'] === 'iframe',
  refuse: (reply, org, status) => {
    const nonce = newNonce();
    show(reply, status, silentHeaders(org, nonce));
    return silentPage(undefined, nonce);
  },
  welcome: (reply, org, code) => {
    const nonce = newNonce();
    show(reply, 200, silentHeaders(org, nonce));
    return silentPage(code, nonce);
  }
};

const newNonce = (): string => randomBytes(16).toString('base64');

function show(reply: FastifyReply, status: number, headers: Readonly<Record<string, string>>): void {
  reply.code(status).headers(headers).type('text/html; charset=utf-8');
}
