import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { buildDefinition } from '../../scripts/resources/call-center/build-definition';
import { writeImportCallCenter } from '../../scripts/resources/call-center/import-dialect';
import { writeMetadataCallCenter } from '../../scripts/resources/call-center/metadata-dialect';
import { desiredVendorInfo, vendorInfoFile } from '../../scripts/resources/vendor-info/vendor-info-file';
import { openCtiCallCenter, voiceCallCenter } from '../fixtures/resolved-config';
import { assertGolden } from './golden';

/** The sample of Salesforce's login page guide, its misprint (`,*` for `,&quot;`) corrected and its placeholder host filled in. */
function loginPageSample(): string {
  return readFileSync(path.join(__dirname, 'login-page-custom-settings.txt'), 'utf8')
    .trim()
    .replace(',*scvVendorLoginUrl', ',&quot;scvVendorLoginUrl')
    .replace('&quot;*,', '&quot;,')
    .replace('https://domain:port/', 'https://phone.example.com/');
}

describe('call center goldens (UPDATE_GOLDENS=1 writes them anew)', () => {
  const openCti = openCtiCallCenter();
  const voice = voiceCallCenter();

  it("has the customSettings of Salesforce's login page guide, byte for byte", () => {
    const lines = writeMetadataCallCenter(buildDefinition(voice)).split('\n');
    assert.equal(lines.find((line) => line.includes('<customSettings>'))?.trim(), loginPageSample());
  });

  it('writes 8x8 for a sandbox in both dialects', () => {
    assertGolden('call-centers/Support8x8.callCenter-meta.xml', writeMetadataCallCenter(buildDefinition(openCti)));
    assertGolden('call-centers/Support8x8.import.xml', writeImportCallCenter(buildDefinition(openCti)));
  });

  it('writes a contact center of Voice in both dialects, and its vendor info', () => {
    assertGolden('call-centers/AcmeVoice.callCenter-meta.xml', writeMetadataCallCenter(buildDefinition(voice)));
    assertGolden('call-centers/AcmeVoice.import.xml', writeImportCallCenter(buildDefinition(voice)));
    assert.ok(voice.voice);
    const { content } = vendorInfoFile('AcmeTelephony', desiredVendorInfo(voice, voice.voice));
    assertGolden('call-centers/AcmeTelephony.ConversationVendorInformation-meta.xml', content);
  });
});
