import assert from 'node:assert/strict';
import { deployVendor } from '../testing/deploy-one';
import { memoryOrg } from '../testing/memory-org';

describe("a vendor's info", () => {
  const partner = (more: string): string =>
    `<developerName>Acme</developerName>${more}<masterLabel>Acme</masterLabel><vendorType>ServiceCloudVoicePartner</vendorType>`;

  it('needs the Voice licence, its own name, and an integration class that exists', () => {
    const good = partner('<integrationClass>Telephony</integrationClass>');
    assert.equal(deployVendor(good), undefined);
    assert.match(deployVendor(good, memoryOrg())?.problem ?? '', /Not available/);
    assert.match(deployVendor(good.replace('<developerName>Acme', '<developerName>Other'))?.problem ?? '', /Acme/);
    assert.equal(deployVendor(partner(''))?.problem, 'Required field is missing: integrationClass');
    assert.match(
      deployVendor(partner('<integrationClass>Nothing</integrationClass>'))?.problem ?? '',
      /no ApexClass named Nothing found/
    );
  });
});
