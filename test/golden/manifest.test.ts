import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { ComponentSet } from '@salesforce/source-deploy-retrieve';
import { convertSource } from '../../scripts/package-source/convert-source';
import { readSourceTree } from '../../scripts/package-source/read-source-tree';
import { writeWords } from '../../scripts/package-source/write-words';
import { packageManifest } from '../../scripts/resources/deployable/package-manifest';
import { readXml } from '../../scripts/resources/xml/read-xml';
import project from '../../sfdx-project.json';

const root = path.join(__dirname, '../..');
const manifest = 'manifest/package.xml';
const packages = ['main', 'voice'].map((name) => path.join(root, 'force-app', name, 'default'));

/** Every component of the packages; the org side is made anew for each org, and only its example stands in force-app. */
function packagedManifest(): string {
  const members = packages.flatMap((folder) => {
    const converted = convertSource(readSourceTree(folder));
    assert.deepEqual(converted.problems, []);
    return converted.members;
  });
  // A language's translations stand in both packages under one name.
  const once = new Map(members.map((member) => [`${member.type}:${member.fullName}`, member]));
  return packageManifest([...once.values()], project.sourceApiVersion);
}

/** `Type:Name` of every member; Salesforce's library marks a folder with a slash, the Metadata API's documents do not. */
function membersOf(packageXml: string): readonly string[] {
  const reading = readXml(packageXml);
  assert.ok(reading.ok);
  return reading.root.children
    .filter(({ name }) => name === 'types')
    .flatMap(({ children }) => {
      const type = children.find(({ name }) => name === 'name')?.text;
      return children.filter(({ name }) => name === 'members').map(({ text }) => `${type}:${text.replace(/\/$/, '')}`);
    });
}

describe('the manifest of the packages (UPDATE_GOLDENS=1 writes it anew)', () => {
  it('is what the packages hold, byte for byte', () => {
    if (process.env['UPDATE_GOLDENS'] === '1') {
      // Each label is a member, so that labels must be made of their words first.
      writeWords(root);
      writeFileSync(path.join(root, manifest), packagedManifest());
    }
    assert.equal(readFileSync(path.join(root, manifest), 'utf8'), packagedManifest());
  });

  it("names each component once, in order, and every one that Salesforce's own library finds", async () => {
    const ours = membersOf(readFileSync(path.join(root, manifest), 'utf8'));
    assert.deepEqual(ours, [...new Set(ours)].sort(byTypeThenName));
    const found = membersOf(await ComponentSet.fromSource(packages).getPackageXml());
    assert.deepEqual(ours, [...new Set(found)].sort(byTypeThenName));
  });
});

function byTypeThenName(one: string, other: string): number {
  const [left, right] = [one, other].map((member) => member.split(':'));
  return compare(left?.[0] ?? '', right?.[0] ?? '') || compare(left?.[1] ?? '', right?.[1] ?? '');
}

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);
