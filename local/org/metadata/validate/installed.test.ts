import assert from 'node:assert/strict';
import { memoryOrg } from '../testing/memory-org';
import { deployFiles, failures, metadataFile } from '../testing/package-zip-of';

const kept = { namespace: 'calls', createdDate: '', lastModifiedDate: '' };
const values = (value: string): string =>
  `<label>First</label><values><field>calls__Value__c</field><value xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:type="xsd:string">${value}</value></values>`;

function orgWith(manageability: string): ReturnType<typeof memoryOrg> {
  const org = memoryOrg();
  const component = (type: string, fullName: string, path: string, content: string): void =>
    org.putComponent({
      type,
      fullName,
      id: org.newId('0xX'),
      files: [{ path, text: metadataFile(type, content) }],
      ...kept
    });
  const object = 'objects/calls__Rule__mdt.object';
  const field = `<fieldManageability>${manageability}</fieldManageability><label>Value</label><length>80</length><type>Text</type>`;
  component('CustomObject', 'calls__Rule__mdt', object, '<label>Rule</label>');
  component('CustomField', 'calls__Rule__mdt.calls__Value__c', object, field);
  component('CustomMetadata', 'calls__Rule.calls__First', 'customMetadata/calls__Rule.calls__First.md', values('one'));
  return org;
}

describe('a packaged custom metadata record', () => {
  for (const [manageability, refused] of [
    ['SubscriberControlled', 0],
    ['DeveloperControlled', 1]
  ] as const) {
    it(`with a ${manageability} field is changed by ${refused ? 'nobody else' : 'the subscriber'}`, () => {
      const org = orgWith(manageability);
      const path = 'customMetadata/calls__Rule.calls__First.md';
      const messages = deployFiles(
        org,
        { CustomMetadata: ['calls__Rule.calls__First'] },
        { [path]: metadataFile('CustomMetadata', values('two')) }
      );
      assert.equal(failures(messages).length, refused, JSON.stringify(messages));
      const text = org.component('CustomMetadata', 'calls__Rule.calls__First')?.files[0]?.text ?? '';
      assert.equal(text.includes('two'), refused === 0);
    });
  }
});
