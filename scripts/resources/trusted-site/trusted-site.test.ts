import assert from 'node:assert/strict';
import { answersOf, codesOf, compare, soqlOf } from '../../../test/fixtures/answers';
import { aConfig } from '../../../test/fixtures/resolved-config';
import type { ResolvedTrustedSite } from '../../config/resolved-config';
import { trustedSite } from './trusted-site';

const site: ResolvedTrustedSite = {
  name: 'Ringdown_phone',
  url: 'https://phone.example.com',
  uses: ['frame', 'connect']
};
const config = aConfig({ trustedSites: [site] });
const row = {
  DeveloperName: 'Ringdown_phone',
  EndpointUrl: 'https://phone.example.com',
  IsActive: true,
  Context: 'LEX',
  CanAccessMicrophone: false,
  IsApplicableToConnectSrc: true,
  IsApplicableToFrameSrc: true,
  IsApplicableToImgSrc: false,
  IsApplicableToMediaSrc: false
};

describe('trusted sites', () => {
  it('are asked for by name, with a column for every use', () => {
    assert.match(
      soqlOf(trustedSite.ask(config)[0]),
      /IsApplicableToFrameSrc.* FROM CspTrustedSite WHERE DeveloperName IN \('Ringdown_phone'\)/
    );
    assert.deepEqual(trustedSite.ask(aConfig()), []);
  });

  it('are created, left alone, updated', () => {
    const changesOf = (rows: readonly Record<string, unknown>[]): readonly string[] =>
      compare(trustedSite, config, answersOf({ 'trusted-site:rows': rows })).changes.map(
        ({ action, details }) => `${action} ${details.map(({ field }) => field).join(',')}`
      );
    assert.deepEqual(changesOf([row]), []);
    assert.deepEqual(changesOf([{ ...row, IsActive: false, IsApplicableToFrameSrc: false }]), [
      'update isActive,isApplicableToFrameSrc'
    ]);
    assert.match(changesOf([])[0] ?? '', /^create /);
  });

  it('remind of the header that the microphone needs', () => {
    const comparison = compare(
      trustedSite,
      aConfig({ trustedSites: [{ ...site, uses: ['microphone'] }] }),
      answersOf({ 'trusted-site:rows': [] })
    );
    assert.deepEqual(codesOf(comparison), ['warning MICROPHONE_NEEDS_HEADER']);
  });
});
