import type { OrgSettings, ServiceSettings } from '../settings/service-settings';
import type { PageKind } from '../pages/pages';

type Headers = Readonly<Record<string, string>>;

/** On every answer; a page replaces what it needs otherwise. */
export const everyAnswer: Headers = {
  'cache-control': 'no-store',
  'content-security-policy':
    "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'; object-src 'none'",
  // Whoever opens one of our addresses in a window keeps no hold of it. Nothing to a page in a frame: only the outermost counts (HTML).
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
  // With no-referrer a browser would send `Origin: null` from our own forms.
  'referrer-policy': 'strict-origin-when-cross-origin',
  'strict-transport-security': 'max-age=31536000; includeSubDomains',
  'x-content-type-options': 'nosniff'
};

/** Of a page that Salesforce frames. No X-Frame-Options: it cannot name several hosts and would keep the page out of all. */
export function pageHeaders(
  settings: ServiceSettings,
  org: OrgSettings,
  kind: PageKind,
  nonce: string,
  providers: readonly string[] = []
): Headers {
  const phone = settings.phone === undefined ? '' : ` ${phoneOrigins(settings.phone.url).join(' ')}`;
  const isPhone = kind !== 'login';
  const hosts = org.frameAncestors.join(' ');
  const policy = [
    "default-src 'none'",
    // Open CTI is a script of the org's own hosts; the guide names no other way to it.
    `script-src 'nonce-${nonce}'${kind === 'softphone' ? ` ${hosts}` : ''}`,
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    `connect-src 'self'${isPhone ? phone : ''}`,
    ...(isPhone ? [`media-src 'self' blob:${phone}`] : []),
    // The softphone shows the login page in a frame of its own; every page around the login page must be allowed to frame it.
    ...(kind === 'softphone' ? ["frame-src 'self'"] : []),
    // The way to a provider that asks nothing goes over these redirects; each is held against this list (CSP, frame-src).
    ...(kind === 'login' && providers.length > 0 ? [`frame-src 'self' ${providers.join(' ')}`] : []),
    `frame-ancestors ${kind === 'login' ? "'self' " : ''}${hosts}`,
    "base-uri 'none'",
    "form-action 'self'",
    "object-src 'none'"
  ];
  const microphone = isPhone ? 'microphone=(self)' : 'microphone=()';
  return {
    'content-security-policy': policy.join('; '),
    'permissions-policy': `camera=(), geolocation=(), ${microphone}, payment=(), usb=(), storage-access=(self)`,
    // The pages are framed by other origins on purpose.
    'cross-origin-resource-policy': 'cross-origin'
  };
}

/**
 * Of all answers in the window of a provider's login, redirects too: it hands the code to the page that opened it, and any other policy
 * would cut that tie, because Salesforce's page around our frame has none (HTML, matching opener policies).
 */
export const openerKept: Headers = { 'cross-origin-opener-policy': 'unsafe-none' };

/**
 * Of the softphone in a window of its own: a remote of the softphone that Salesforce frames, which opened it and which it must reach. It
 * asks no server anything, and nobody may frame it.
 */
export function phoneWindowHeaders(nonce: string): Headers {
  return {
    ...openerKept,
    'content-security-policy':
      `default-src 'none'; script-src 'nonce-${nonce}'; style-src 'self'; img-src 'self' data:; ` +
      "frame-ancestors 'none'; base-uri 'none'; form-action 'none'; object-src 'none'"
  };
}

/** Of the login page in a window of its own: it hands a code to the page that opened it, and nobody may frame it. */
export function loginWindowHeaders(nonce: string): Headers {
  return {
    ...openerKept,
    'content-security-policy':
      `default-src 'none'; script-src 'nonce-${nonce}'; style-src 'self'; img-src 'self' data:; connect-src 'self'; ` +
      "frame-ancestors 'none'; base-uri 'none'; form-action 'none'; object-src 'none'"
  };
}

/** Of a small page in a window of its own, which nobody may frame. */
export function windowHeaders(nonce: string): Headers {
  return {
    'content-security-policy':
      `default-src 'none'; script-src 'nonce-${nonce}'; style-src 'nonce-${nonce}'; ` +
      "frame-ancestors 'none'; base-uri 'none'; form-action 'none'; object-src 'none'"
  };
}

/** Of the small page at the end of a silent sign-in: in the login page, which Salesforce frames, and nowhere else. */
export function silentHeaders(org: OrgSettings, nonce: string): Headers {
  return {
    'content-security-policy':
      `default-src 'none'; script-src 'nonce-${nonce}'; frame-ancestors 'self' ${org.frameAncestors.join(' ')}; ` +
      "base-uri 'none'; form-action 'none'; object-src 'none'"
  };
}

/** A phone system is spoken to by WebSocket and by HTTP under one host. */
function phoneOrigins(url: string): readonly string[] {
  const { protocol, host } = new URL(url);
  const isSecure = protocol === 'wss:' || protocol === 'https:';
  return isSecure ? [`wss://${host}`, `https://${host}`] : [`ws://${host}`, `http://${host}`];
}
