import assert from 'node:assert/strict';
import { configurationFiles } from '../../../test/fakes/configuration-files';
import { RingdownError } from '../../errors/ringdown-error';
import { loadConfig } from '../load-config';
import type { ResolvedConfig } from '../resolved-config';

const file = 'config/ringdown.yaml';
const text = (
  callCenter: string,
  ringdown = 'sessionService: https://voice.example.com',
  org = '',
  kind = 'voice'
): string => `version: 1
callCenters:
  voice: { kind: ${kind}, internalName: AcmeVoice, displayName: Acme Voice, ${callCenter} }
ringdown: { ${ringdown} }
orgs:
  uat: { kind: sandbox, login: { sf: uat }${org} }
`;
const load = (...given: Parameters<typeof text>): ResolvedConfig =>
  loadConfig({ file, org: 'uat', env: {}, readFile: configurationFiles({ [file]: text(...given) }) });
const problems = (...given: Parameters<typeof text>): readonly string[] => {
  try {
    load(...given);
  } catch (error) {
    if (error instanceof RingdownError)
      return (error.data['diagnostics'] as readonly { path: string }[]).map(({ path }) => path);
    throw error;
  }
  return [];
};

describe('the pages of a contact center whose session service is ours', () => {
  it('are derived from the service and the org’s id', () => {
    const { callCenters } = load('pages: ringdown', undefined, ', orgId: 00D000000000001EAA');
    assert.equal(callCenters[0]?.adapterUrl, 'https://voice.example.com/orgs/00D000000000001EAA/connector');
    assert.equal(callCenters[0].loginUrl, 'https://voice.example.com/orgs/00D000000000001EAA/login');
    assert.equal(callCenters[0].singleSignOn, false);
    assert.deepEqual(callCenters[0].sessionPages, {
      service: 'https://voice.example.com',
      loginFrameHeight: 350,
      orgsFile: 'config/session-service.json',
      adminToken: { env: 'RINGDOWN_ADMIN_TOKEN' }
    });
  });

  it('are the softphone alone for Open CTI, which shows the login page itself', () => {
    const [callCenter] = load('pages: ringdown', undefined, ', orgId: 00D000000000001EAA', 'open-cti').callCenters;
    assert.equal(callCenter?.adapterUrl, 'https://voice.example.com/orgs/00D000000000001EAA/softphone');
    assert.equal(callCenter.loginUrl, undefined);
    assert.equal(callCenter.sessionPages?.service, 'https://voice.example.com');
    assert.deepEqual(problems('pages: ringdown, loginFrameHeight: 400', undefined, '', 'open-cti'), [
      'callCenters.voice.loginFrameHeight'
    ]);
  });

  it('are in one call center of each kind: an org that moves to Voice has both', () => {
    const more = (kind: string, name: string): string =>
      `pages: ringdown }\n  more: { kind: ${kind}, internalName: ${name}, displayName: ${name}, pages: ringdown`;
    assert.deepEqual(problems(more('open-cti', 'Phone')), []);
    assert.deepEqual(problems(more('voice', 'Other')), ['callCenters.more.pages']);
  });

  it('leave the place of an id that only the org knows', () => {
    const [callCenter] = load('pages: ringdown').callCenters;
    assert.equal(callCenter?.adapterUrl, 'https://voice.example.com/orgs/{orgId}/connector');
  });

  it('are trusted sites that may use the microphone', () => {
    const { trustedSites } = load('pages: ringdown');
    assert.deepEqual(
      trustedSites.map(({ url, uses }) => [url, uses]),
      [['https://voice.example.com', ['frame', 'connect', 'microphone']]]
    );
  });

  it('are never typed as well', () => {
    assert.deepEqual(problems('pages: ringdown, adapterUrl: https://a.example.com, loginUrl: https://b.example.com'), [
      'callCenters.voice.adapterUrl',
      'callCenters.voice.loginUrl'
    ]);
  });

  it('need the service, at the root of its host', () => {
    assert.deepEqual(problems('pages: ringdown', 'namespace: rd'), ['callCenters.voice.pages']);
    assert.deepEqual(problems('pages: ringdown', 'sessionService: https://example.com/voice'), [
      'ringdown.sessionService'
    ]);
  });

  it('need no height where the pages are a vendor’s', () => {
    const typed = 'adapterUrl: https://a.example.com, loginFrameHeight: 400';
    assert.deepEqual(problems(typed), ['callCenters.voice.loginFrameHeight']);
  });

  it('take a My Domain of the org’s own kind', () => {
    assert.equal(
      load('pages: ringdown', undefined, ', myDomain: https://acme--uat.sandbox.my.salesforce.com').org.myDomain,
      'https://acme--uat.sandbox.my.salesforce.com'
    );
    assert.deepEqual(problems('pages: ringdown', undefined, ', myDomain: https://acme.my.salesforce.com'), [
      'orgs.uat.myDomain'
    ]);
  });

  it('never show where the admin token should be when the token itself stands there', () => {
    let said = '';
    try {
      load('pages: ringdown', 'sessionService: https://voice.example.com, adminToken: s3cret-itself');
    } catch (error) {
      said = JSON.stringify([
        (error as RingdownError).message,
        (error as RingdownError).lines,
        (error as RingdownError).data
      ]);
    }
    assert.match(said, /adminToken/);
    assert.doesNotMatch(said, /s3cret/);
  });
});
