import assert from 'node:assert/strict';
import { aConfig, openCtiCallCenter, voiceCallCenter } from '../../test/fixtures/resolved-config';
import type { ResolvedCallCenter } from './resolved-config/call-center';
import { missingSecrets } from './missing-secrets';

const sessionPages = {
  service: 'https://voice.example.com',
  loginFrameHeight: 350,
  orgsFile: 'session-service.json',
  adminToken: { env: 'RINGDOWN_ADMIN_TOKEN' }
};
const missing = (callCenter: ResolvedCallCenter): readonly string[] => {
  const nothing = (): string => {
    throw new Error('no such file');
  };
  const named = missingSecrets(aConfig({ callCenters: [callCenter] }), {}, nothing).map(({ name }) => name);
  return named.filter((name) => name === 'RINGDOWN_ADMIN_TOKEN');
};

describe('the admin token of the session service', () => {
  it('is missed where apply makes the keys with which calls are signed', () => {
    const { certificate: _, ...voice } = voiceCallCenter().voice!;
    assert.deepEqual(missing(voiceCallCenter({ sessionPages, voice })), ['RINGDOWN_ADMIN_TOKEN']);
  });

  it('is not missed for a softphone of Open CTI, which signs nothing', () => {
    assert.deepEqual(missing(openCtiCallCenter({ sessionPages })), []);
  });
});
