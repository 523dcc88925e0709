import assert from 'node:assert/strict';
import { deployField } from '../testing/deploy-one';

describe('a custom field of Activity', () => {
  it('is accepted in the types that Activity has', () => {
    for (const content of [
      '<length>255</length><type>Text</type>',
      '<precision>18</precision><scale>0</scale><type>Number</type>',
      '<defaultValue>false</defaultValue><type>Checkbox</type>',
      '<type>DateTime</type>',
      '<formula>TRUE</formula><type>Checkbox</type>',
      '<referenceTo>Contact</referenceTo><relationshipName>Calls</relationshipName><type>Lookup</type>',
      '<type>Picklist</type><valueSet><valueSetDefinition><sorted>false</sorted><value><fullName>A</fullName><default>false</default><label>A</label></value></valueSetDefinition></valueSet>'
    ]) {
      assert.equal(deployField(content)?.problem, undefined, content);
    }
  });

  for (const type of ['LongTextArea', 'Html', 'AutoNumber', 'MasterDetail', 'Summary', 'EncryptedText', 'Location']) {
    it(`is refused as ${type}`, () =>
      assert.match(deployField(`<type>${type}</type>`)?.problem ?? 'accepted', new RegExp(type)));
  }

  const mistakes: Readonly<Record<string, readonly [content: string, problem: RegExp]>> = {
    'text without a length': ['<type>Text</type>', /^Required field is missing: length$/],
    'text longer than 255': ['<length>256</length><type>Text</type>', /255/],
    'a number without precision': ['<scale>0</scale><type>Number</type>', /precision/],
    'a number of 19 digits': ['<precision>19</precision><scale>0</scale><type>Number</type>', /18/],
    'a number without scale': ['<precision>18</precision><type>Number</type>', /scale/],
    'a checkbox without a default': ['<type>Checkbox</type>', /defaultValue/],
    'a picklist without values': ['<type>Picklist</type>', /valueSet/],
    'a lookup to nothing': ['<relationshipName>Calls</relationshipName><type>Lookup</type>', /referenceTo/],
    'a lookup to an object that is not there': [
      '<referenceTo>Nothing__c</referenceTo><relationshipName>Calls</relationshipName><type>Lookup</type>',
      /Nothing__c/
    ],
    'a lookup without a relationship name': [
      '<referenceTo>Contact</referenceTo><type>Lookup</type>',
      /relationshipName/
    ],
    'a required lookup that is cleared': [
      '<deleteConstraint>SetNull</deleteConstraint><referenceTo>Contact</referenceTo><relationshipName>Calls</relationshipName><required>true</required><type>Lookup</type>',
      /deleteConstraint/
    ],
    'no type': ['', /type/]
  };
  for (const [title, [content, problem]] of Object.entries(mistakes)) {
    it(`is refused for ${title}`, () => assert.match(deployField(content)?.problem ?? 'accepted', problem));
  }

  it('is refused on Task, on Event, on an object that is not there and under a bad name', () => {
    const good = '<length>10</length><type>Text</type>';
    assert.match(deployField(good, 'X__c', 'Task')?.problem ?? '', /Activity/);
    assert.match(deployField(good, 'X__c', 'Event')?.problem ?? '', /Activity/);
    assert.match(deployField(good, 'X__c', 'Nothing__c')?.problem ?? '', /Nothing__c/);
    assert.ok(deployField(good, 'X__y__c'));
  });
});
