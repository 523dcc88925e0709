import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ComponentSet } from '@salesforce/source-deploy-retrieve';
import { readPackageFiles } from './tree/read-package-files';

const root = path.join(__dirname, '../..');
const packages = ['main', 'voice', 'post-install'];

/** What never goes into an org: sources of what does, tests, settings of editors, words. */
const isOurs = (file: string): boolean =>
  /\.(ts|yaml|md)$|\/__tests__\/|\/(ts|js)config[^/]*\.json$|\/\.[^/]+$/.test(file);

/** Every file below a copy of force-app that Salesforce's own library would deploy, by its path from the project. */
function deployedFrom(project: string): readonly string[] {
  return ComponentSet.fromSource(packages.map((name) => path.join(project, 'force-app', name)))
    .getSourceComponents()
    .toArray()
    .flatMap((component) => [...component.walkContent(), ...(component.xml === undefined ? [] : [component.xml])])
    .map((file) => path.relative(project, file).split(path.sep).join('/'));
}

describe('what an org is given of force-app', () => {
  const files = readPackageFiles(root).map((file) => file.path);
  let copy = '';

  before(() => {
    copy = mkdtempSync(path.join(tmpdir(), 'ringdown-deployed-'));
    cpSync(path.join(root, 'force-app'), path.join(copy, 'force-app'), { recursive: true });
  });

  after(() => rmSync(copy, { recursive: true, force: true }));

  it('would hold sources and tests of components if nothing kept them back', () => {
    const strange = deployedFrom(copy).filter(isOurs);
    assert.ok(strange.some((file) => file.endsWith('.ts')));
  });

  it('holds no source, test or word, and every other file', () => {
    cpSync(path.join(root, '.forceignore'), path.join(copy, '.forceignore'));
    const deployed = deployedFrom(copy);
    assert.deepEqual(deployed.filter(isOurs), []);
    const wanted = files.filter((file) => /^force-app\/[\w-]+\/default\//.test(file) && !isOurs(file));
    assert.deepEqual([...new Set(deployed)].sort(), [...wanted].sort());
  });

  it('holds the JavaScript of every component', () => {
    const deployed = new Set(deployedFrom(copy));
    const bundles = files.flatMap((file) => /^(.+\/lwc\/(\w+)\/\2)\.js-meta\.xml$/.exec(file)?.[1] ?? []);
    assert.ok(bundles.length > 10);
    assert.deepEqual(
      bundles.filter((bundle) => !deployed.has(`${bundle}.js`)),
      []
    );
  });
});
