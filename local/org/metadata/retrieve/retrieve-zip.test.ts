import assert from 'node:assert/strict';
import { strFromU8, unzipSync } from 'fflate';
import { memoryOrg } from '../testing/memory-org';
import { deployFiles, failures, metadataFile } from '../testing/package-zip-of';
import { openCtiFile } from '../testing/sample-call-center';
import { retrieveZip } from './retrieve-zip';
import type { RetrieveRequest } from './retrieves';

const key = '<fullName>Key__c</fullName><label>Key</label><length>64</length><type>Text</type>';
const note = '<fullName>Note__c</fullName><label>Note</label><length>255</length><type>Text</type>';

function deployed() {
  const org = memoryOrg();
  const messages = deployFiles(
    org,
    {
      CallCenter: ['Support'],
      CustomField: ['Activity.Key__c', 'Activity.Note__c'],
      ReportFolder: [],
      Report: ['Calls', 'Calls/Mine']
    },
    {
      'callCenters/Support.callCenter': openCtiFile(),
      'objects/Activity.object': metadataFile('CustomObject', `<fields>${note}</fields><fields>${key}</fields>`),
      'reports/Calls-meta.xml': metadataFile('ReportFolder', '<name>Calls</name>'),
      'reports/Calls/Mine.report': metadataFile(
        'Report',
        '<format>Tabular</format><name>Mine</name><reportType>Activity</reportType>'
      )
    }
  );
  assert.deepEqual(failures(messages), []);
  return org;
}

function retrieve(request: Partial<RetrieveRequest>, org = deployed()) {
  const result = retrieveZip(org, { version: '67.0', singlePackage: false, packageNames: [], ...request });
  const files = unzipSync(Buffer.from(result.zipFile, 'base64'));
  return {
    ...result,
    files: Object.fromEntries(Object.entries(files).map(([path, bytes]) => [path, strFromU8(bytes)]))
  };
}

describe('a retrieve', () => {
  it('puts files under unpackaged/, unless a single package is asked for', () => {
    const unpackaged = [['CallCenter', ['*', 'Support']]] as const;
    assert.deepEqual(Object.keys(retrieve({ unpackaged }).files), [
      'unpackaged/callCenters/Support.callCenter',
      'unpackaged/package.xml'
    ]);
    assert.deepEqual(Object.keys(retrieve({ unpackaged, singlePackage: true }).files), [
      'callCenters/Support.callCenter',
      'package.xml'
    ]);
  });

  it('merges the fields that were asked for into their object', () => {
    const one = retrieve({ unpackaged: [['CustomField', ['Activity.Key__c']]] });
    assert.deepEqual(
      [...(one.files['unpackaged/objects/Activity.object'] ?? '').matchAll(/<fullName>(.*?)</g)].map(
        (match) => match[1]
      ),
      ['Key__c']
    );
    const all = retrieve({ unpackaged: [['CustomObject', ['Activity']]] });
    assert.deepEqual(
      [...(all.files['unpackaged/objects/Activity.object'] ?? '').matchAll(/<fullName>(.*?)</g)].map(
        (match) => match[1]
      ),
      ['Key__c', 'Note__c']
    );
  });

  it('gives a deploy back in canonical order, so that deploying it again changes nothing', () => {
    const org = deployed();
    const { files } = retrieve({ unpackaged: [['CallCenter', ['*']]] }, org);
    const before = org.state();
    const again = deployFiles(
      org,
      { CallCenter: ['*'] },
      { 'callCenters/Support.callCenter': files['unpackaged/callCenters/Support.callCenter'] ?? '' }
    );
    assert.equal(again[0]?.changed, false);
    assert.equal(org.state(), before);
  });

  it('gives folders with what is in them', () => {
    const { files, messages } = retrieve({ unpackaged: [['Report', ['Calls', 'Calls/Mine']]] });
    assert.deepEqual(messages, []);
    assert.ok(files['unpackaged/reports/Calls-meta.xml']);
    assert.ok(files['unpackaged/reports/Calls/Mine.report']);
    assert.match(files['unpackaged/package.xml'] ?? '', /<members>Calls<\/members>/);
  });

  it('gives an installed package in its own folder', () => {
    const org = deployed();
    const support = org.component('CallCenter', 'Support');
    if (support) org.putComponent({ ...support, namespace: 'acme' });
    org.insert('InstalledSubscriberPackage', { Name: 'Acme Phone', NamespacePrefix: 'acme' });
    const { files, fileProperties } = retrieve({ packageNames: ['Acme Phone'] }, org);
    assert.deepEqual(Object.keys(files), ['Acme Phone/callCenters/Support.callCenter', 'Acme Phone/package.xml']);
    assert.equal((fileProperties[0] as { manageableState: string }).manageableState, 'installed');
  });

  it('says what it cannot find, and of what type it knows nothing', () => {
    const { messages } = retrieve({
      unpackaged: [
        ['CallCenter', ['Nobody']],
        ['Nonsense', ['*']]
      ]
    });
    assert.deepEqual(messages, [
      { fileName: 'unpackaged/package.xml', problem: "Entity of type 'CallCenter' named 'Nobody' cannot be found" },
      { fileName: 'unpackaged/package.xml', problem: "Entity type 'Nonsense' is unknown" }
    ]);
  });
});
