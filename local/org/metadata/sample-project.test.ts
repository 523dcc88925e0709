import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { deployOptions } from './deploy/deploy-job';
import type { DeployMessage } from './deploy/deploy-message';
import { runDeploy } from './deploy/run-deploy';
import { manifestOf } from './package/manifest';
import { retrieveZip } from './retrieve/retrieve-zip';
import { memoryOrg } from './testing/memory-org';
import { failures } from './testing/package-zip-of';
import { sampleProject } from './testing/sample-project';
import { parseXml } from './xml/parse-xml';

const changes = (messages: readonly DeployMessage[]): readonly string[] =>
  messages.filter((message) => message.changed && message.componentType !== '').map((message) => message.fullName);

describe('a project of every type', () => {
  it("deploys as Salesforce's client packs it, comes back whole, and changes nothing a second time", async function () {
    this.timeout(60_000);
    const { ComponentSet, MetadataConverter } = await import('@salesforce/source-deploy-retrieve');
    const root = await mkdtemp(join(tmpdir(), 'sample-project-'));
    for (const [path, text] of Object.entries(sampleProject)) {
      await mkdir(dirname(join(root, path)), { recursive: true });
      await writeFile(join(root, path), text);
    }
    const set = ComponentSet.fromSource(root);
    set.sourceApiVersion = '67.0';
    const { zipBuffer = Buffer.alloc(0) } = await new MetadataConverter().convert(set, 'metadata', { type: 'zip' });
    const manifest = parseXml(await set.getPackageXml()).root;
    await rm(root, { recursive: true });

    const org = memoryOrg();
    const options = deployOptions({ singlePackage: true }, org.kind);
    const first = runDeploy(org, zipBuffer, options);
    assert.deepEqual(failures(first), []);
    assert.equal(changes(first).length, 33);
    const before = org.state();
    assert.deepEqual(changes(runDeploy(org, zipBuffer, options)), []);

    assert.ok(manifest);
    const members = [...manifestOf(manifest).members].map(([type, names]) => [type, [...names]] as const);
    const retrieved = retrieveZip(org, { version: '67.0', singlePackage: true, packageNames: [], unpackaged: members });
    assert.deepEqual(retrieved.messages, []);
    assert.deepEqual(failures(runDeploy(org, Buffer.from(retrieved.zipFile, 'base64'), options)), []);
    assert.equal(org.state(), before);
  });
});
