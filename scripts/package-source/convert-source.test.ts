import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';
import { ComponentSet, MetadataConverter } from '@salesforce/source-deploy-retrieve';
import { readXml, type XmlElement } from '../resources/xml/read-xml';
import { convertSource } from './convert-source';
import { readSourceTree } from './read-source-tree';
import type { ConvertedSource, SourceFile } from './source-file';

const project = resolve(__dirname, '../..');

/** What Salesforce's own converter makes of a folder in source format. */
async function convertedBySalesforce(folder: string): Promise<Pick<ConvertedSource, 'files' | 'members'>> {
  const output = mkdtempSync(join(tmpdir(), 'ringdown-convert-'));
  try {
    const set = ComponentSet.fromSource(folder);
    const { packagePath = '' } = await new MetadataConverter().convert(set, 'metadata', {
      type: 'directory',
      outputDirectory: output,
      packageName: 'one'
    });
    const files = readdirSync(packagePath, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .map((file) => ({ path: relative(packagePath, file), content: readFileSync(file, 'utf8') }));
    return { files, members: membersOf(files.find(({ path }) => path === 'package.xml')?.content ?? '') };
  } finally {
    rmSync(output, { recursive: true });
  }
}

function membersOf(packageXml: string): ConvertedSource['members'] {
  const reading = readXml(packageXml);
  assert.ok(reading.ok);
  return reading.root.children
    .filter(({ name }) => name === 'types')
    .flatMap(({ children }) => {
      const type = children.find(({ name }) => name === 'name')?.text ?? '';
      return children.filter(({ name }) => name === 'members').map(({ text }) => ({ type, fullName: text }));
    });
}

/** XML without what means nothing in it: white space between elements, and the order of different elements. */
function meaningOf(path: string, content: string): unknown {
  if (/\.(js|html|css|svg|cls|trigger)$/.test(path)) return content;
  const reading = readXml(content);
  assert.ok(reading.ok, path);
  return valueOf(reading.root);
}

function valueOf({ name, attributes, children, text }: XmlElement): unknown {
  const { xmlns: _namespace, ...own } = Object.fromEntries(
    Object.entries(attributes).filter(([key]) => !key.startsWith('xmlns:'))
  );
  if (children.length === 0) return [name, own, text];
  const inside = children.map(valueOf).map((value) => JSON.stringify(value));
  return [name, own, inside.sort()];
}

/** Salesforce's converter marks a folder with a slash; the documents of the Metadata API write it without. */
const sorted = (members: ConvertedSource['members']): readonly string[] =>
  [...new Set(members.map(({ type, fullName }) => `${type}:${fullName.replace(/\/$/, '')}`))].sort();

const meta = 'xmlns="http://soap.sforce.com/2006/04/metadata"';
const xml = (root: string, inside = ''): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<${root} ${meta}>\n${inside}\n</${root}>\n`;

/** One of every shape that a package may hold. */
const sample: readonly SourceFile[] = [
  { path: 'applications/Sample.app-meta.xml', text: xml('CustomApplication', '<label>Sample &amp; co</label>') },
  { path: 'classes/Sample.cls', text: 'public class Sample {}\n' },
  { path: 'classes/Sample.cls-meta.xml', text: xml('ApexClass', '<apiVersion>67.0</apiVersion>') },
  { path: 'customMetadata/Rule.One.md-meta.xml', text: xml('CustomMetadata', '<label>One</label>') },
  { path: 'dashboards/Sample.dashboardFolder-meta.xml', text: xml('DashboardFolder', '<name>Sample</name>') },
  { path: 'dashboards/Sample/Calls.dashboard-meta.xml', text: xml('Dashboard', '<title>Calls</title>') },
  { path: 'labels/CustomLabels.labels-meta.xml', text: xml('CustomLabels', '<labels><fullName>A</fullName></labels>') },
  {
    path: 'layouts/Task-Sample Call Layout.layout-meta.xml',
    text: xml('Layout', '<showEmailCheckbox>false</showEmailCheckbox>')
  },
  { path: 'lwc/sample/sample.html', text: '<template></template>\n' },
  { path: 'lwc/sample/sample.js', text: '// sha256:0\n' },
  { path: 'lwc/sample/sample.js-meta.xml', text: xml('LightningComponentBundle', '<isExposed>true</isExposed>') },
  { path: 'lwc/sample/sample.ts', text: 'export {};\n' },
  { path: 'lwc/sample/sample.svg', text: '<svg/>\n' },
  { path: 'lwc/sample/__tests__/sample.test.ts', text: 'export {};\n' },
  { path: 'lwc/tsconfig.json', text: '{}\n' },
  { path: 'lwc/.eslintrc.json', text: '{}\n' },
  {
    path: 'objects/Activity/fields/Key__c.field-meta.xml',
    text: xml('CustomField', '<fullName>Key__c</fullName><length>9</length>')
  },
  {
    path: 'objects/Part__c/Part__c.object-meta.xml',
    text: xml('CustomObject', '<sharingModel>Private</sharingModel><label>Part</label>')
  },
  {
    path: 'objects/Part__c/fields/Key__c.field-meta.xml',
    text: xml('CustomField', '<fullName>Key__c</fullName><inlineHelpText>a &lt; b\n  c</inlineHelpText>')
  },
  { path: 'objects/Part__c/fields/Text__c.field-meta.xml', text: xml('CustomField', '<fullName>Text__c</fullName>') },
  {
    path: 'objects/Part__c/listViews/All.listView-meta.xml',
    text: xml('ListView', '<fullName>All</fullName><columns>NAME</columns><columns>Key__c</columns>')
  },
  {
    path: 'objects/Part__c/validationRules/Needed.validationRule-meta.xml',
    text: xml('ValidationRule', '<fullName>Needed</fullName>')
  },
  {
    path: 'objectTranslations/Part__c-de/Part__c-de.objectTranslation-meta.xml',
    text: xml('CustomObjectTranslation', '<caseValues><plural>false</plural><value>Teil</value></caseValues>')
  },
  {
    path: 'objectTranslations/Part__c-de/Key__c.fieldTranslation-meta.xml',
    text: xml('CustomFieldTranslation', '<label>Schl\u00fcssel</label><name>Key__c</name>')
  },
  { path: 'permissionsets/Sample.permissionset-meta.xml', text: xml('PermissionSet', '<label>Sample</label>') },
  { path: 'reports/Sample.reportFolder-meta.xml', text: xml('ReportFolder', '<name>Sample</name>') },
  { path: 'reports/Sample/Calls.report-meta.xml', text: xml('Report', '<name>Calls</name>') },
  {
    path: 'translations/de.translation-meta.xml',
    text: xml('Translations', '<customLabels><label>A</label><name>A</name></customLabels>')
  }
];

/** Compares the two converters' results, white space and order apart. */
async function compareWithSalesforce(folder: string): Promise<void> {
  const ours = convertSource(readSourceTree(folder));
  assert.deepEqual(ours.problems, []);
  const theirs = await convertedBySalesforce(folder);
  assert.deepEqual(sorted(ours.members), sorted(theirs.members));
  const meanings = (files: ConvertedSource['files']): ReadonlyMap<string, unknown> =>
    new Map(
      files
        .filter(({ path }) => path !== 'package.xml')
        .sort((one, other) => (one.path < other.path ? -1 : 1))
        .map(({ path, content }) => [path, meaningOf(path, content)])
    );
  const [mine, other] = [meanings(ours.files), meanings(theirs.files)];
  assert.deepEqual([...mine.keys()], [...other.keys()]);
  for (const [path, meaning] of other) assert.deepEqual(mine.get(path), meaning, path);
}

describe('convertSource', () => {
  it("makes of one of every shape what Salesforce's own converter makes of it", async () => {
    const folder = mkdtempSync(join(tmpdir(), 'ringdown-source-'));
    try {
      for (const { path, text } of sample) {
        mkdirSync(dirname(join(folder, 'main/default', path)), { recursive: true });
        writeFileSync(join(folder, 'main/default', path), text);
      }
      copyFileSync(join(project, '.forceignore'), join(folder, '.forceignore'));
      await compareWithSalesforce(join(folder, 'main/default'));
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  const packages = readdirSync(join(project, 'force-app')).filter((name) => name === 'main' || name === 'voice');
  for (const name of packages) {
    it(`makes of the ${name} package what Salesforce's own converter makes of it`, async () => {
      await compareWithSalesforce(join(project, 'force-app', name, 'default'));
    });
  }

  it('gives the same files in the same order, however the tree was read', () => {
    assert.deepEqual(convertSource([...sample].reverse()).files, convertSource(sample).files);
  });

  it('refuses what it does not know, what is torn apart and what contradicts its name', () => {
    const said = (...files: readonly SourceFile[]): readonly string[] =>
      convertSource(files).problems.map(({ path, line }) => `${path}${line === undefined ? '' : `:${line}`}`);
    assert.deepEqual(said({ path: 'sites/Shop.site-meta.xml', text: '' }), ['sites/Shop.site-meta.xml']);
    assert.deepEqual(said({ path: 'tabs/Shop.xml', text: '' }), ['tabs/Shop.xml']);
    assert.deepEqual(said({ path: 'classes/Alone.cls', text: '' }), ['classes/Alone.cls']);
    assert.deepEqual(said({ path: 'lwc/part/part.js', text: '' }), ['lwc/part']);
    assert.deepEqual(said({ path: 'objects/Part__c/things/A.thing-meta.xml', text: '' }), [
      'objects/Part__c/things/A.thing-meta.xml'
    ]);
    const field = 'objects/Part__c/fields/A__c.field-meta.xml';
    assert.deepEqual(said({ path: field, text: xml('CustomField', '<fullName>B__c</fullName>') }), [field]);
    assert.ok(said({ path: field, text: '<CustomField>\n<oops' }).some((place) => /:\d+$/.test(place)));
  });
});
