import assert from 'node:assert/strict';
import type { DeployMessage } from './deploy-message';
import { memoryOrg } from '../testing/memory-org';
import { deployFiles, failures, metadataFile, packageXml } from '../testing/package-zip-of';

describe('a package', () => {
  const site = {
    'cspTrustedSites/A.cspTrustedSite': metadataFile(
      'CspTrustedSite',
      '<endpointUrl>https://a.example</endpointUrl><isActive>true</isActive><isApplicableToImgSrc>true</isApplicableToImgSrc>'
    )
  };

  it('is refused without a package.xml, or with one that is no XML or of an unknown type', () => {
    const org = memoryOrg();
    const problemOf = (text: string): DeployMessage | undefined =>
      failures(deployFiles(org, {}, { 'package.xml': text, ...site }))[0];
    assert.equal(problemOf('<Package')?.fullName, 'package.xml');
    assert.equal(
      problemOf(metadataFile('Package', '<types><name>CspTrustedSite</name></types>'))?.problem,
      'Required field is missing: version'
    );
    assert.equal(
      problemOf(packageXml({ Nonsense: ['*'] }))?.problem,
      "Unknown type name 'Nonsense' specified in package.xml"
    );
  });

  it('must hold what package.xml names, and name what it holds', () => {
    const [missing] = failures(deployFiles(memoryOrg(), { CspTrustedSite: ['A', 'B'] }, site));
    assert.equal(
      missing?.problem,
      "An object 'B' of type CspTrustedSite was named in package.xml, but was not found in zipped directory"
    );
    assert.equal(missing?.fileName, 'package.xml');
    const [stray] = failures(deployFiles(memoryOrg(), {}, site));
    assert.deepEqual(
      [stray?.problem, stray?.fullName, stray?.componentType],
      ['Not in package.xml', 'A', 'CspTrustedSite']
    );
    assert.deepEqual(failures(deployFiles(memoryOrg(), { CspTrustedSite: ['*'] }, site)), []);
    assert.equal(failures(deployFiles(memoryOrg(), {}, { 'nonsense/A.thing': '' })).length, 1);
  });
});
