import type { ResolvedConfig } from '../../config/resolved-config';
import type { ResolvedCallCenter } from '../../config/resolved-config/call-center';
import { allows, frameAncestorsOf } from './frame-ancestors';
import { orgDomains } from './org-domains';
import type { PageAnswer } from './page-answer';

/** A page that Salesforce shows in a frame, and what is to be true of it. */
export type CheckedPage = {
  readonly callCenter: string;
  readonly page: 'connector' | 'softphone' | 'login';
  readonly url: string;
  /** Origins that must be able to frame it; for a vendor's page those of Lightning alone. */
  readonly framedBy: readonly string[];
  /** Set for our own page, of which more can be said. */
  readonly ours?: { readonly orgId: string };
};

/** `warning`: it could not be told from here. */
export type PageCheck = {
  readonly callCenter: string;
  readonly page: CheckedPage['page'];
  readonly url: string;
  /** Stable, such as PAGE_FRAMED. */
  readonly check: string;
  readonly result: 'ok' | 'failed' | 'warning';
  readonly message: string;
  readonly fix?: string;
};

/** The pages of every contact center that are not the org's own, and our own softphone of Open CTI with its login page. */
export function checkedPages(config: ResolvedConfig): readonly CheckedPage[] {
  const domains = config.org.myDomain === undefined ? undefined : orgDomains(config.org.myDomain);
  return config.callCenters
    .filter(({ kind, sessionPages }) => kind === 'voice' || sessionPages !== undefined)
    .flatMap((callCenter) =>
      urlsOf(callCenter).flatMap(([page, url]): readonly CheckedPage[] => {
        if (url === undefined || !URL.canParse(url)) return [];
        return [
          { callCenter: callCenter.key, page, url, ...expectations(callCenter, url, domains?.frameAncestors ?? []) }
        ];
      })
    );
}

function urlsOf({
  kind,
  adapterUrl,
  loginUrl
}: ResolvedCallCenter): readonly (readonly [CheckedPage['page'], string | undefined])[] {
  if (kind === 'voice')
    return [
      ['connector', adapterUrl],
      ['login', loginUrl]
    ];
  return [
    ['softphone', adapterUrl],
    ['login', adapterUrl.replace(/softphone$/, 'login')]
  ];
}

function expectations(
  { sessionPages }: ResolvedCallCenter,
  url: string,
  origins: readonly string[]
): Pick<CheckedPage, 'framedBy' | 'ours'> {
  const orgId = /\/orgs\/(00D\w{15})\//.exec(url)?.[1];
  // Which of the other domains a vendor's page is shown on only its vendor knows; Lightning is where Omni-Channel is.
  if (sessionPages === undefined || orgId === undefined) return { framedBy: origins.slice(0, 1) };
  return { framedBy: origins, ours: { orgId } };
}

/** What is true and what is not of one page. Of a vendor's page only what cannot be wrong. */
export function checkPage(page: CheckedPage, answer: PageAnswer, now: number): readonly PageCheck[] {
  const say = (check: string, result: PageCheck['result'], message: string, fix?: string): PageCheck => ({
    callCenter: page.callCenter,
    page: page.page,
    url: page.url,
    check,
    result,
    message,
    ...(fix !== undefined && { fix })
  });
  if (!answer.ok) return [unanswered(page, answer, say)];
  return [...answered(page, answer, say), ...certificateEnds(answer, now, say)];
}

function answered(page: CheckedPage, answer: PageAnswer & { ok: true }, say: Say): readonly PageCheck[] {
  const { ours } = page;
  const isRedirect = answer.status >= 300 && answer.status < 400;
  if (ours === undefined && answer.status !== 200) {
    const message = `answered ${answer.status} to this computer, so that its headers say nothing of what reps get`;
    return [say('PAGE_ANSWERS', 'warning', message, 'Open it in the browser of a rep.')];
  }
  if (answer.status !== 200) {
    const fix = isRedirect
      ? 'A proxy before the session service redirects: let it pass this path on.'
      : 'Look at the log of the session service, and whether it has the org’s entry in its session-service.json.';
    return [say('PAGE_ANSWERS', 'failed', `answers ${answer.status} instead of 200`, fix)];
  }
  return [
    ...framing(page, answer.headers, say),
    ...(ours === undefined ? [] : ownPage(ours.orgId, answer.headers, answer.text, say))
  ];
}

const day = 86_400_000;

type Say = (check: string, result: PageCheck['result'], message: string, fix?: string) => PageCheck;

function unanswered(page: CheckedPage, { code, untrusted }: PageAnswer & { ok: false }, say: Say): PageCheck {
  if (untrusted) {
    const fix =
      'Renew the certificate, or send the whole chain with it. Behind a proxy that opens TLS: NODE_EXTRA_CA_CERTS.';
    return say('PAGE_CERTIFICATE', 'failed', `has a certificate that is not trusted (${code})`, fix);
  }
  const fix = 'Check the address, the name in DNS and the firewall from where reps work.';
  // A vendor's page may be for the office's network alone.
  return say('PAGE_ANSWERS', page.ours ? 'failed' : 'warning', `gives no answer to this computer (${code})`, fix);
}

/** Certificates are renewed when a third of their life is left, or earlier; what is much later was forgotten. */
function certificateEnds({ certificate }: PageAnswer & { ok: true }, now: number, say: Say): readonly PageCheck[] {
  if (certificate === undefined) return [];
  const { from, until } = certificate;
  if (until - now >= Math.min(14 * day, (until - from) / 5)) return [];
  const message = `has a certificate that is good until ${new Date(until).toISOString().slice(0, 16)} UTC`;
  const fix = 'Renew it, and see why nothing renews it by itself: after that browsers refuse the page.';
  return [say('PAGE_CERTIFICATE_ENDS', 'warning', message, fix)];
}

function framing(page: CheckedPage, headers: ReadonlyMap<string, string>, say: Say): readonly PageCheck[] {
  const policies = frameAncestorsOf(headers.get('content-security-policy'));
  const oldHeader = headers.get('x-frame-options');
  const shut = page.framedBy.filter((origin) => !policies.every((sources) => allows(sources, origin, page.url)));
  const checks: PageCheck[] = [];
  if (shut.length > 0) {
    const fix =
      page.ours === undefined
        ? `Ask its vendor to let ${shut.join(' and ')} frame it.`
        : 'Give the session service the session-service.json that apply wrote, and let no proxy change Content-Security-Policy.';
    checks.push(say('PAGE_FRAMED', 'failed', `may not be framed by ${shut.join(', ')}`, fix));
  }
  // With frame-ancestors browsers leave X-Frame-Options out of account (CSP Level 3, 6.4.2).
  const keepsOut = oldHeader !== undefined && policies.length === 0 && /deny|sameorigin/i.test(oldHeader);
  if (keepsOut || (page.ours !== undefined && oldHeader !== undefined)) {
    const fix = 'Take X-Frame-Options out, in the server or the proxy before it: it cannot name Salesforce’s hosts.';
    checks.push(say('PAGE_X_FRAME_OPTIONS', 'failed', `sends X-Frame-Options: ${oldHeader}`, fix));
  }
  if (page.ours !== undefined) {
    const open = policies.length === 0 || policies.some((sources) => sources.some((source) => source.includes('*')));
    // The softphone shows the login page in a frame of its own; the same server is nobody else.
    const known = [...page.framedBy, "'self'"];
    const others = policies.flat().filter((source) => !known.includes(source) && !source.includes('*'));
    if (open || others.length > 0) {
      const whom = open ? 'anybody' : others.join(', ');
      const fix = 'Only this org’s domains may: look for a proxy that changes Content-Security-Policy.';
      checks.push(say('PAGE_FRAMED_BY_OTHERS', 'failed', `may be framed by ${whom}`, fix));
    }
  }
  if (checks.length > 0) return checks;
  if (page.framedBy.length === 0)
    return [
      say('PAGE_FRAMED', 'warning', 'answers; whether the org may frame it is not told', 'Write orgs.NAME.myDomain.')
    ];
  return [say('PAGE_FRAMED', 'ok', `may be framed by ${page.framedBy.join(', ')}`)];
}

function ownPage(orgId: string, headers: ReadonlyMap<string, string>, text: string, say: Say): readonly PageCheck[] {
  const seconds = /(?:^|;)\s*max-age\s*=\s*"?(\d+)/i.exec(headers.get('strict-transport-security') ?? '')?.[1];
  return [
    Number(seconds ?? 0) > 0
      ? say('PAGE_HSTS', 'ok', 'is https for good (Strict-Transport-Security)')
      : say(
          'PAGE_HSTS',
          'failed',
          'sends no Strict-Transport-Security',
          'Let the proxy before the session service pass it on.'
        ),
    text.includes(orgId)
      ? say('PAGE_OF_THIS_ORG', 'ok', 'is the page of this org')
      : say(
          'PAGE_OF_THIS_ORG',
          'failed',
          `does not name the org ${orgId}`,
          'Something else answers at this address: look at the proxy and at ringdown.sessionService.'
        )
  ];
}
