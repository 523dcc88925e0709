import assert from 'node:assert/strict';
import { access, deployCallCenter, deployField, deployPermissionSet, deployVendor } from '../testing/deploy-one';
import { memoryOrg } from '../testing/memory-org';
import { deployFiles, failures, metadataFile } from '../testing/package-zip-of';
import { openCtiFile } from '../testing/sample-call-center';

describe("a metadata file's structure", () => {
  it('is refused at the line and column of the mistake', () => {
    const message = deployCallCenter(
      openCtiFile().replace('<displayName>', '<vendorInfoApiName>x</vendorInfoApiName>\n<displayName>')
    );
    assert.equal(
      message?.problem,
      'Error parsing file: Element {http://soap.sforce.com/2006/04/metadata}vendorInfoApiName invalid at this location in type CallCenter'
    );
    assert.deepEqual([message?.lineNumber, message?.columnNumber], [5, 20]);
    assert.deepEqual(
      [message?.fileName, message?.fullName, message?.componentType, message?.problemType],
      ['callCenters/Support.callCenter', 'Support', 'CallCenter', 'Error']
    );
  });

  const mistakes: Readonly<Record<string, readonly [text: string, problem: RegExp]>> = {
    'XML that ends early': [openCtiFile().replace('</CallCenter>', ''), /^Error parsing file: /],
    'a comment with two hyphens': [
      openCtiFile().replace('<displayName>', '<!-- a -- b --><displayName>'),
      /^Error parsing file: /
    ],
    'the dialect of Setup import': [
      '<callCenter><section sortOrder="0" name="reqGeneralInfo"/></callCenter>',
      /callCenter/
    ],
    'no namespace': [openCtiFile().replace(/ xmlns="[^"]*"/, ''), /\{\}CallCenter/],
    'an attribute of the other dialect as an element': [
      openCtiFile().replace('<items><label>', '<items><sortOrder>0</sortOrder><label>'),
      /sortOrder invalid at this location in type CallCenterItem$/
    ],
    'a required element that is missing': [
      openCtiFile().replace(/<displayName>.*<\/displayName>/, ''),
      /^Required field is missing: displayName$/
    ],
    'a required element of a part that is missing': [
      openCtiFile().replace('<value>true</value>', ''),
      /^Required field is missing: value$/
    ],
    'sections that do not stand together': [
      openCtiFile().replace(
        '</CallCenter>',
        '<version>5</version><sections><label>a</label><name>a</name></sections></CallCenter>'
      ),
      /Element sections is duplicated at this location in type CallCenter$/
    ],
    'a single element twice': [
      openCtiFile().replace('<displayName>', '<displayName>x</displayName><displayName>'),
      /Element displayName is duplicated/
    ]
  };
  for (const [title, [text, problem]] of Object.entries(mistakes)) {
    it(`is refused for ${title}`, () => assert.match(deployCallCenter(text)?.problem ?? 'accepted', problem));
  }

  it('is refused for a value that its type does not have', () => {
    assert.equal(deployField('<type>Words</type>')?.problem, "'Words' is not a valid value for the enum 'FieldType'");
    assert.match(deployField('<length>long</length><type>Text</type>')?.problem ?? '', /'long' is not a valid value/);
    assert.match(deployPermissionSet(access('Task.Type', 'yes'))?.problem ?? '', /'yes' is not a valid value/);
    assert.match(
      deployVendor('<developerName>Acme</developerName><masterLabel>Acme</masterLabel><vendorType>BYOT</vendorType>')
        ?.problem ?? '',
      /enum/
    );
  });

  it('is reported for an object once, not again for each of its fields', () => {
    const text = metadataFile('CustomObject', '<fields><fullName>X__c</fullName><nonsense/></fields>');
    const rows = failures(
      deployFiles(memoryOrg(), { CustomField: ['Activity.X__c'] }, { 'objects/Activity.object': text })
    );
    assert.deepEqual(
      rows.map((row) => row.fullName),
      ['Activity']
    );
  });
});
