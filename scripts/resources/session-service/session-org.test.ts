import assert from 'node:assert/strict';
import { aConfig, voiceCallCenter } from '../../../test/fixtures/resolved-config';
import type { ResolvedConfig } from '../../config/resolved-config';
import { RingdownError } from '../../errors/ringdown-error';
import { orgDomains } from './org-domains';
import { withSessionOrg } from './orgs-file';
import { sessionOrg, type SessionOrg } from './session-org';

const org = (orgId: string, name = 'uat'): SessionOrg => ({
  orgId,
  name,
  frameAncestors: ['https://example.lightning.force.com'],
  scrtUrl: 'https://example.my.salesforce-scrt.com',
  callCenter: 'Support',
  loginFrameHeight: 350
});
const myDomain = 'https://example.my.salesforce.com';
const pagesOfOurs = {
  ...voiceCallCenter(),
  adapterUrl: 'https://voice.example.com/orgs/00D000000000001EAA/connector',
  sessionPages: {
    service: 'https://voice.example.com',
    loginFrameHeight: 350,
    orgsFile: 'session-service.json',
    adminToken: { env: 'X' }
  }
};
const code = (text: string): string => {
  try {
    withSessionOrg('session-service.json', text, org('00D000000000001EAA'));
  } catch (error) {
    if (error instanceof RingdownError) return error.code;
    throw error;
  }
  return 'accepted';
};

describe('the other domains of an org', () => {
  for (const [kind, myDomain, frameAncestors, scrtUrl] of [
    ['production', 'example', ['example.lightning', 'example.my', 'example--c.vf'], 'example'],
    [
      'a sandbox',
      'example--uat.sandbox',
      ['example--uat.sandbox.lightning', 'example--uat.sandbox.my', 'example--uat--c.sandbox.vf'],
      'example--uat.sandbox'
    ],
    [
      'a developer org',
      'example-dev-ed.develop',
      ['example-dev-ed.develop.lightning', 'example-dev-ed.develop.my', 'example-dev-ed--c.develop.vf'],
      'example-dev-ed.develop'
    ]
  ] as const) {
    it(`are derived for ${kind}`, () => {
      const domains = orgDomains(`https://${myDomain}.my.salesforce.com`);
      const hosts = frameAncestors.map(
        (host) => `https://${host}.${host.endsWith('.my') ? 'salesforce' : 'force'}.com`
      );
      assert.deepEqual(domains, { frameAncestors: hosts, scrtUrl: `https://${scrtUrl}.my.salesforce-scrt.com` });
    });
  }

  it('are not known of a host that is no My Domain', () => {
    for (const url of [
      'http://127.0.0.1:8080',
      'https://login.salesforce.com',
      'https://example.my.salesforce.com.evil.example.net'
    ])
      assert.equal(orgDomains(url), undefined, url);
  });
});

describe('the file that tells the session service of its orgs', () => {
  const first = withSessionOrg('f', undefined, org('00D000000000001EAA'));

  it('keeps every other org as it was, in its place', () => {
    const other = { orgId: '00D000000000002EAA', name: 'live', hint: 'somebody’s own' };
    const both = JSON.stringify({ version: 1, orgs: [other, org('00D000000000001EAA', 'old')] });
    const { orgs } = JSON.parse(withSessionOrg('f', both, org('00D000000000001EAA'))) as { orgs: readonly unknown[] };
    assert.deepEqual(orgs, [other, org('00D000000000001EAA')]);
  });

  it('is the same to the byte when nothing changed', () => {
    assert.equal(withSessionOrg('f', first, org('00D000000000001EAA')), first);
  });

  it('says by which field agents are known, unless it is the Username, of which it never said anything', () => {
    const base = aConfig({ callCenters: [pagesOfOurs] });
    const written = (agents?: ResolvedConfig['agents']): string => {
      const told = sessionOrg({ ...base, org: { ...base.org, myDomain }, ...(agents ? { agents } : {}) });
      return withSessionOrg('f', undefined, told!);
    };
    const of = (text: string): object => (JSON.parse(text) as { orgs: readonly object[] }).orgs[0]!;
    assert.equal((of(written({ matchBy: 'Email' })) as { matchBy?: string }).matchBy, 'Email');
    assert.equal(written({ matchBy: 'Username' }), written());
    assert.ok(!('matchBy' in of(written())));
  });

  it('is left alone when it is something else', () => {
    for (const text of [
      '',
      '{',
      '[]',
      '{"version":2,"orgs":[]}',
      '{"version":1,"orgs":{}}',
      '{"version":1,"orgs":[{}]}'
    ])
      assert.equal(code(text), 'SESSION_SERVICE_FILE_INVALID', text);
  });

  it('keeps how reps sign in while a run does not know it, and drops it once nobody wants it', () => {
    const signOn = { issuer: 'https://example.my.salesforce.com', clientId: '3MVG9' };
    const of = (text: string): unknown => (JSON.parse(text) as { orgs: { signOn?: unknown }[] }).orgs[0]?.signOn;
    const known = withSessionOrg('f', undefined, org('00D000000000001EAA'), signOn);
    assert.deepEqual(of(known), signOn);
    assert.equal(withSessionOrg('f', known, org('00D000000000001EAA'), 'unknown'), known);
    assert.equal(of(withSessionOrg('f', known, org('00D000000000001EAA'), 'none')), undefined);
    assert.equal(of(withSessionOrg('f', undefined, org('00D000000000001EAA'), 'unknown')), undefined);
  });
});
