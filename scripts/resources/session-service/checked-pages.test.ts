import assert from 'node:assert/strict';
import { aConfig, openCtiCallCenter, voiceCallCenter } from '../../../test/fixtures/resolved-config';
import type { ResolvedCallCenter } from '../../config/resolved-config/call-center';
import { checkedPages } from './page-checks';
import { sessionCallCenter } from './session-org';

const base = 'https://voice.example.com/orgs/00D000000000001EAA';
const sessionPages = {
  service: 'https://voice.example.com',
  loginFrameHeight: 350,
  orgsFile: 'session-service.json',
  adminToken: { env: 'RINGDOWN_ADMIN_TOKEN' }
};
const openCti = openCtiCallCenter({ key: 'phone', adapterUrl: `${base}/softphone`, sessionPages });
const voice = voiceCallCenter({
  key: 'voice',
  adapterUrl: `${base}/connector`,
  loginUrl: `${base}/login`,
  sessionPages
});
const checked = (...callCenters: readonly ResolvedCallCenter[]): readonly string[] =>
  checkedPages(aConfig({ callCenters })).map(({ callCenter, page, url }) => `${callCenter} ${page} ${url}`);

describe('the pages that verify asks for', () => {
  it('are our softphone and the login page that it frames', () => {
    assert.deepEqual(checked(openCti), [`phone softphone ${base}/softphone`, `phone login ${base}/login`]);
  });

  it('are none of an adapter of a vendor, which this computer may not even reach', () => {
    assert.deepEqual(checked(openCtiCallCenter()), []);
  });

  it('are those of both while an org moves to Voice, and the keys are those of Voice', () => {
    assert.equal(checked(openCti, voice).length, 4);
    assert.equal(sessionCallCenter({ callCenters: [openCti, voice] })?.key, 'voice');
  });
});
