import type { CookieSerializeOptions } from '@fastify/cookie';
import type { FastifyReply } from 'fastify';
import { randomBytes } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import type { OrgSettings } from '../settings/service-settings';
import { silentHeaders, windowHeaders } from './answer-headers';
import { codeWindow, refusalWindow, silentPage } from './provider-window';
import type { WindowLanguage, WindowProblem } from './window-words';

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
  readonly refuse: (shown: Shown, status: number, problem: WindowProblem) => string;
  readonly welcome: (shown: Shown, code: string) => string;
};

/** To whom an answer goes, and in which language. */
export type Shown = { readonly reply: FastifyReply; readonly org: OrgSettings; readonly language: WindowLanguage };

/** In a window of its own, by a click. */
export const windowWay: ProviderWay = {
  name: 'window',
  isSilent: false,
  cookie: '__Host-ringdown-oidc',
  // The provider sends the browser back by a link from another site, so this must be Lax; it lives in the window, not in a frame.
  cookieLife: { path: '/', secure: true, httpOnly: true, sameSite: 'lax', maxAge: 600 },
  isOurs: ({ 'sec-fetch-site': site }) => site === undefined || site === 'same-origin',
  refuse: ({ reply, language }, status, problem) => {
    const nonce = newNonce();
    show(reply, status, windowHeaders(nonce));
    return refusalWindow(problem, nonce, language);
  },
  welcome: ({ reply, language }, code) => {
    const nonce = newNonce();
    show(reply, 200, windowHeaders(nonce));
    return codeWindow(code, nonce, language);
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
  refuse: ({ reply, org }, status) => {
    const nonce = newNonce();
    show(reply, status, silentHeaders(org, nonce));
    return silentPage(undefined, nonce);
  },
  welcome: ({ reply, org }, code) => {
    const nonce = newNonce();
    show(reply, 200, silentHeaders(org, nonce));
    return silentPage(code, nonce);
  }
};

const newNonce = (): string => randomBytes(16).toString('base64');

function show(reply: FastifyReply, status: number, headers: Readonly<Record<string, string>>): void {
  reply.code(status).headers(headers).type('text/html; charset=utf-8');
}
