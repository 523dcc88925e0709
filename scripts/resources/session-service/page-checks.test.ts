import assert from 'node:assert/strict';
import { checkPage, type CheckedPage } from './page-checks';

const orgId = '00D000000000001EAA';
const framedBy = ['https://example.lightning.force.com', 'https://example.my.salesforce.com'];
const ours: CheckedPage = {
  callCenter: 'voice',
  page: 'login',
  url: `https://voice.example.com/orgs/${orgId}/login`,
  framedBy,
  ours: { orgId }
};
const vendors: CheckedPage = {
  callCenter: 'voice',
  page: 'login',
  url: 'https://phone.example.com/login',
  framedBy: framedBy.slice(0, 1)
};
const policy = (sources: string): string => `default-src 'none'; frame-ancestors ${sources}`;
const good = { 'content-security-policy': policy(framedBy.join(' ')), 'strict-transport-security': 'max-age=31536000' };

const now = Date.UTC(2026, 10, 21);
const day = 86_400_000;

const check = (page: CheckedPage, headers: Record<string, string>, status = 200, text = orgId): readonly string[] =>
  checkPage(page, { ok: true, status, headers: new Map(Object.entries(headers)), text }, now)
    .filter(({ result }) => result !== 'ok')
    .map(({ check: name, result }) => `${result} ${name}`);

describe('a page of the session service', () => {
  it('is as it should be with a policy of exactly the org’s domains', () => {
    assert.deepEqual(check(ours, good), []);
  });

  it('must be framed by each domain of the org', () => {
    const headers = { ...good, 'content-security-policy': policy(framedBy[0]!) };
    assert.deepEqual(check(ours, headers), ['failed PAGE_FRAMED']);
  });

  for (const [title, sources] of [
    ['anybody', '*'],
    ['any Salesforce org', 'https://*.lightning.force.com https://*.my.salesforce.com'],
    ['another org as well', `${framedBy.join(' ')} https://evil.example.net`]
  ] as const) {
    it(`must not be framed by ${title}`, () => {
      const found = check(ours, { ...good, 'content-security-policy': policy(sources) });
      assert.ok(found.includes('failed PAGE_FRAMED_BY_OTHERS'), found.join());
    });
  }

  it('may be framed by the service’s own softphone, which is around the login page', () => {
    const origins = ours.framedBy.join(' ');
    const found = check(ours, { ...good, 'content-security-policy': policy(`'self' ${origins}`) });
    assert.ok(!found.some((each) => each.startsWith('failed')), found.join());
  });

  it('must have a policy at all', () => {
    const { 'content-security-policy': _policy, ...headers } = good;
    assert.deepEqual(check(ours, headers), ['failed PAGE_FRAMED_BY_OTHERS']);
  });

  it('fails where a second policy, such as a proxy’s, keeps the org out', () => {
    const both = `${good['content-security-policy']}, frame-ancestors 'self'`;
    assert.ok(check(ours, { ...good, 'content-security-policy': both }).includes('failed PAGE_FRAMED'));
  });

  it('must not send X-Frame-Options', () => {
    assert.deepEqual(check(ours, { ...good, 'x-frame-options': 'SAMEORIGIN' }), ['failed PAGE_X_FRAME_OPTIONS']);
  });

  it('must send Strict-Transport-Security for longer than nothing', () => {
    assert.deepEqual(check(ours, { ...good, 'strict-transport-security': 'max-age=0' }), ['failed PAGE_HSTS']);
  });

  it('must be the page of this org', () => {
    assert.deepEqual(check(ours, good, 200, '<html>Welcome to nginx</html>'), ['failed PAGE_OF_THIS_ORG']);
  });

  it('must answer 200, without a redirect', () => {
    for (const status of [301, 302, 404, 503]) assert.deepEqual(check(ours, good, status), ['failed PAGE_ANSWERS']);
  });

  it('must have a certificate that is trusted', () => {
    const [found] = checkPage(ours, { ok: false, code: 'CERT_HAS_EXPIRED', untrusted: true }, now);
    assert.equal(found?.check, 'PAGE_CERTIFICATE');
    assert.equal(found.result, 'failed');
  });
});

describe('the certificate of a page', () => {
  const said = (lifeDays: number, leftDays: number): readonly string[] => {
    const until = now + leftDays * day;
    const certificate = { from: until - lifeDays * day, until };
    const answer = { ok: true as const, status: 200, headers: new Map(Object.entries(good)), text: orgId, certificate };
    return checkPage(ours, answer, now)
      .filter(({ result }) => result !== 'ok')
      .map(({ check: name, result }) => `${result} ${name}`);
  };

  it('is warned of in the last two weeks, or later where it lives shortly', () => {
    for (const [life, left] of [
      [398, 13],
      [90, 13],
      [47, 9],
      [6, 1]
    ] as const)
      assert.deepEqual(said(life, left), ['warning PAGE_CERTIFICATE_ENDS'], `${left} of ${life} days`);
  });

  it('is no matter while whoever renews it has not begun to be late', () => {
    for (const [life, left] of [
      [398, 15],
      [90, 29],
      [47, 15],
      [6, 2]
    ] as const)
      assert.deepEqual(said(life, left), [], `${left} of ${life} days`);
  });
});

describe('a vendor’s page', () => {
  it('is right with no policy, with any that lets Lightning in, and with an old header beside it', () => {
    assert.deepEqual(check(vendors, {}), []);
    for (const sources of [
      '*',
      'https:',
      'https://*.force.com',
      '*.lightning.force.com:443',
      'https://EXAMPLE.lightning.force.com'
    ])
      assert.deepEqual(
        check(vendors, { 'content-security-policy': policy(sources), 'x-frame-options': 'DENY' }),
        [],
        sources
      );
  });

  it('is wrong where browsers keep Lightning out', () => {
    assert.deepEqual(check(vendors, { 'x-frame-options': 'SAMEORIGIN' }), ['failed PAGE_X_FRAME_OPTIONS']);
    for (const sources of ["'none'", "'self'", 'https://*.salesforce.com', ''])
      assert.deepEqual(check(vendors, { 'content-security-policy': policy(sources) }), ['failed PAGE_FRAMED'], sources);
  });

  it('is not judged by what only this computer sees', () => {
    for (const status of [302, 403]) assert.deepEqual(check(vendors, {}, status), ['warning PAGE_ANSWERS']);
    const [found] = checkPage(vendors, { ok: false, code: 'ENOTFOUND', untrusted: false }, now);
    assert.equal(found?.result, 'warning');
  });
});
