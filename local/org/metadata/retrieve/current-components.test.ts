import assert from 'node:assert/strict';
import { memoryOrg } from '../testing/memory-org';
import { deployFiles, metadataFile } from '../testing/package-zip-of';
import type { RawXml } from '../soap/soap-envelope';
import { currentComponent, currentComponents } from './current-components';
import { readMetadata } from './read-metadata';
import { wholeComponent } from './whole-component';

const site = metadataFile(
  'CspTrustedSite',
  '<endpointUrl>https://cti.example.com</endpointUrl><isActive>true</isActive><isApplicableToFrameSrc>true</isApplicableToFrameSrc>'
);
const deploySite = (org = memoryOrg()) => {
  deployFiles(org, { CspTrustedSite: ['Cti'] }, { 'cspTrustedSites/Cti.cspTrustedSite': site });
  return org;
};
const textOf = (org: ReturnType<typeof memoryOrg>, type: string, name: string): string =>
  currentComponent(org, type, name)?.files[0]?.text ?? '';

describe('a component that is a row as well', () => {
  it('shows what a client changed in its row', () => {
    const org = deploySite();
    org.update('CspTrustedSite', org.rows('CspTrustedSite')[0]?.Id ?? '', { IsActive: false });
    assert.match(textOf(org, 'CspTrustedSite', 'Cti'), /<isActive>false</);
    const again = deployFiles(org, { CspTrustedSite: ['Cti'] }, { 'cspTrustedSites/Cti.cspTrustedSite': site });
    assert.deepEqual([again[0]?.created, again[0]?.changed], [false, true]);
    assert.equal(org.rows('CspTrustedSite')[0]?.IsActive, true);
  });

  it('is gone when a client deleted its row', () => {
    const org = deploySite();
    org.remove('CspTrustedSite', org.rows('CspTrustedSite')[0]?.Id ?? '');
    assert.deepEqual(currentComponents(org, 'CspTrustedSite'), []);
    deploySite(org);
    assert.equal(currentComponents(org, 'CspTrustedSite').length, 1);
  });

  it('is there when a client made its row, with the access that other rows give', () => {
    const org = memoryOrg();
    const set = org.insert('PermissionSet', { Name: 'Agent', Label: 'Agent', PermissionsApiEnabled: true });
    org.insert('FieldPermissions', {
      ParentId: set.Id,
      SobjectType: 'Task',
      Field: 'Task.Type',
      PermissionsRead: true,
      PermissionsEdit: false
    });
    const text = textOf(org, 'PermissionSet', 'Agent');
    assert.match(text, /<field>Task\.Type</);
    assert.match(text, /<name>ApiEnabled</);
    org.insert('CallCenter', { InternalName: 'Support', Name: 'Support desk', AdapterUrl: null, CustomSettings: null });
    assert.match(textOf(org, 'CallCenter', 'Support'), /<displayName>Support desk</);
  });

  it('leaves out the permission sets that stand for profiles', () => {
    const org = memoryOrg();
    org.insert('PermissionSet', { Name: 'X00e', Label: 'x', IsOwnedByProfile: true });
    assert.deepEqual(currentComponents(org, 'PermissionSet'), []);
  });
});

describe('readMetadata', () => {
  it('gives a record for each name, a nil one for what is not there', () => {
    const records = readMetadata(deploySite(), 'CspTrustedSite', ['Cti', 'Nobody']) as readonly RawXml[];
    assert.match(
      records[0]?.rawXml ?? '',
      /^<records xsi:type="CspTrustedSite">\s*<fullName>Cti<\/fullName>\s*<canAccessCamera>/
    );
    assert.equal(records[1]?.rawXml, '<records xsi:nil="true"/>');
  });

  it('names a part after its parent', () => {
    const org = memoryOrg();
    const object = metadataFile(
      'CustomObject',
      '<fields><fullName>Key__c</fullName><label>Key</label><length>64</length><type>Text</type></fields>'
    );
    deployFiles(org, { CustomField: ['Activity.Key__c'] }, { 'objects/Activity.object': object });
    const [record] = readMetadata(org, 'CustomField', ['Activity.Key__c']) as readonly RawXml[];
    assert.match(
      record?.rawXml ?? '',
      /^<records xsi:type="CustomField">\s*<fullName>Activity\.Key__c<\/fullName>\s*<label>Key</
    );
  });

  it('names a packaged part with its namespace, whatever its file says', () => {
    const org = memoryOrg();
    const field = '<fullName>Key__c</fullName><label>Key</label><length>64</length><type>Text</type>';
    const texts = [metadataFile('CustomField', field), metadataFile('CustomObject', `<fields>${field}</fields>`)];
    for (const text of texts) {
      const kept = { id: '00N000000000001AAA', namespace: 'acme', createdDate: '', lastModifiedDate: '' };
      org.putComponent({
        ...kept,
        type: 'CustomField',
        fullName: 'Activity.acme__Key__c',
        files: [{ path: 'objects/Activity.object', text }]
      });
      const [record] = readMetadata(org, 'CustomField', ['Activity.acme__Key__c']) as readonly RawXml[];
      assert.match(record?.rawXml ?? '', /<fullName>Activity\.acme__Key__c<\/fullName>\s*<label>Key</);
      const object = wholeComponent(org, 'CustomObject', 'Activity');
      assert.match(object?.files[0]?.text ?? '', /<fullName>acme__Key__c<\/fullName>\s*<label>Key</);
    }
  });
});
