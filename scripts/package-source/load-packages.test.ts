import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { describe, it } from 'mocha';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { SourcePackage } from '../config/resolved-config/packages';
import { RingdownError } from '../errors/ringdown-error';
import { loadPackages, type LoadPackages } from './load-packages';

const sha256 = (...texts: readonly string[]): string =>
  texts.reduce((hash, text) => hash.update(text), createHash('sha256')).digest('hex');
const xml = (root: string): string => `<?xml version="1.0" encoding="UTF-8"?>\n<${root}></${root}>\n`;

const component = "import { LightningElement } from 'lwc';\nexport default class Sample extends LightningElement {}\n";
const sound: Readonly<Record<string, string>> = {
  'package.json': '{}',
  'force-app/main/default/lwc/sample/sample.ts': component,
  'force-app/main/default/lwc/sample/sample.js': `// sha256:${sha256(component)}\nlet x;\n`,
  'force-app/main/default/lwc/sample/sample.js-meta.xml': xml('LightningComponentBundle'),
  'force-app/main/default/classes/Sample.cls': 'public with sharing class Sample {}\n',
  'force-app/main/default/classes/Sample.cls-meta.xml': xml('ApexClass'),
  'force-app/main/default/classes/SampleTest.cls':
    '/** Tests. */\n@IsTest\nprivate class SampleTest {\n  @IsTest\n  static void works() {}\n}\n',
  'force-app/main/default/classes/TestPeople.cls': '@IsTest\npublic class TestPeople {}\n',
  'force-app/main/default/classes/TestPeople.cls-meta.xml': xml('ApexClass'),
  'force-app/main/default/classes/SampleTest.cls-meta.xml': xml('ApexClass'),
  'force-app/main/default/translations/de.translation-meta.xml': xml('Translations'),
  'force-app/main/default/translations/ja.translation-meta.xml': xml('Translations')
};

function load(
  files: Readonly<Record<string, string>> = sound,
  given: Partial<LoadPackages> = {}
): readonly SourcePackage[] {
  const toolDirectory = mkdtempSync(join(tmpdir(), 'ringdown-packages-'));
  try {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(toolDirectory, path)), { recursive: true });
      writeFileSync(join(toolDirectory, path), text);
    }
    const names = ['main', 'voice'] as const;
    const translations = ['de', 'ja'];
    const file = 'config/ringdown.yaml';
    return loadPackages({
      file,
      toolDirectory,
      folder: 'force-app',
      names,
      translations,
      apiVersion: '66.0',
      ...given
    });
  } finally {
    rmSync(toolDirectory, { recursive: true });
  }
}

function refusal(files: Readonly<Record<string, string>>, given: Partial<LoadPackages> = {}): RingdownError {
  try {
    load(files, given);
  } catch (error) {
    assert.ok(error instanceof RingdownError);
    return error;
  }
  throw new Error('nothing was refused');
}

const without = (path: string): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(sound).filter(([key]) => key !== path));

describe('loadPackages', () => {
  it('knows what is Apex, and which of it is tests', () => {
    const [main] = load();
    assert.equal(main?.hasApex, true);
    assert.deepEqual(main.testClasses, ['SampleTest']);
  });

  it('gives equal sources equal hashes, and others others', () => {
    const hash = (...given: Parameters<typeof load>): string => load(...given)[0]?.hash ?? '';
    assert.equal(hash(), hash());
    const changed = { ...sound, 'force-app/main/default/classes/Sample.cls': 'public class Sample {}\n' };
    const hashes = [hash(), hash(changed), hash(sound, { apiVersion: '67.0' }), hash(sound, { translations: ['de'] })];
    assert.equal(new Set(hashes).size, hashes.length);
  });

  it('leaves out the languages that are not wanted', () => {
    const paths = load(sound, { translations: ['ja'] }).flatMap(({ files }) => files.map(({ path }) => path));
    assert.ok(paths.includes('translations/ja.translation'));
    assert.ok(!paths.includes('translations/de.translation'));
  });

  it('refuses a component whose JavaScript is missing, stale, or made of nothing that is there', () => {
    const script = 'force-app/main/default/lwc/sample/sample.js';
    const source = 'force-app/main/default/lwc/sample/sample.ts';
    for (const files of [
      without(script),
      { ...sound, [script]: '// sha256:0\n' },
      { ...sound, [source]: `${component} ` },
      { ...without(source), 'core/match/match.ts': 'export {};\n' }
    ]) {
      const { code, lines } = refusal(files);
      assert.equal(code, 'PACKAGE_NOT_COMPILED');
      assert.ok(lines[0]?.startsWith(script), lines.join());
    }
  });

  it('takes compiled components without their TypeScript from the published tool, and only compiled ones', () => {
    assert.equal(load(without('force-app/main/default/lwc/sample/sample.ts')).length, 1);
    const byHand = {
      ...without('force-app/main/default/lwc/sample/sample.ts'),
      'force-app/main/default/lwc/sample/sample.js': 'let x;\n'
    };
    assert.equal(refusal(byHand).code, 'PACKAGE_NOT_COMPILED');
  });

  describe('where there is a core', () => {
    const lwc = 'force-app/main/default/lwc';
    const text = "export * from '../../../../../core/match/match';\n";
    const core = { 'core/match/match.ts': 'export {};\n', 'package.json': '{"dependencies":{"a":"1.0.0"}}' };
    const coreHash = sha256('{"a":"1.0.0"}', '\0core/match/match.ts\0', 'export {};\n');
    const carriers = sha256('main/lwc/sample/sample.ts core/match/match');
    const fresh = {
      ...sound,
      ...core,
      [`${lwc}/sample/sample.ts`]: text,
      [`${lwc}/sample/sample.js`]: `// sha256:${sha256(text, coreHash, carriers)}\n`
    };

    it('counts it as part of a component that takes something from it', () => {
      assert.equal(load(fresh).length, 1);
      assert.equal(refusal({ ...fresh, 'core/match/match.ts': 'export const x = 1;\n' }).code, 'PACKAGE_NOT_COMPILED');
      const { 'core/match/match.ts': _core, ...installed } = fresh;
      assert.equal(load(installed).length, 1);
    });

    it('counts which bundles carry which of its modules, in packages that are not deployed as well', () => {
      for (const owner of ['main', 'voice']) {
        const other = `force-app/${owner}/default/lwc/other/other`;
        const both = sha256(
          `main/lwc/sample/sample.ts core/match/match\n${owner}/lwc/other/other.ts core/match/rank`
            .split('\n')
            .sort()
            .join('\n')
        );
        const carrying = "export * from '../../../../../core/match/rank';\n";
        const files = {
          ...fresh,
          [`${other}.ts`]: carrying,
          [`${other}.js`]: `// sha256:${sha256(carrying, coreHash, both)}\n`,
          [`${other}.js-meta.xml`]: xml('LightningComponentBundle')
        };
        assert.ok(refusal(files, { names: ['main'] }).lines[0]?.startsWith(`${lwc}/sample/sample.js:1:1 `));
        const again = { ...files, [`${lwc}/sample/sample.js`]: `// sha256:${sha256(text, coreHash, both)}\n` };
        assert.equal(load(again, { names: ['main'] }).length, 1);
      }
    });
  });

  it('refuses a folder without packages, and files that no org takes', () => {
    assert.equal(refusal(sound, { folder: 'elsewhere' }).code, 'PACKAGE_SOURCE_MISSING');
    const stranger = { ...sound, 'force-app/main/default/sites/Shop.site-meta.xml': xml('CustomSite') };
    const { code, lines } = refusal(stranger);
    assert.equal(code, 'PACKAGE_SOURCE_BROKEN');
    assert.ok(lines[0]?.startsWith('force-app/main/default/sites/Shop.site-meta.xml '), lines.join());
  });
});
