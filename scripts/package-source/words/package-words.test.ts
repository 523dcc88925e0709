import assert from 'node:assert/strict';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { RingdownError } from '../../errors/ringdown-error';
import { writeWords } from '../write-words';
import { packageWords } from './package-words';

const all = (word: string): string => `{ en: ${word}, de: ${word}, fr: ${word}, es: ${word}, ja: ${word} }`;

describe('the words of the packages', () => {
  let root = '';
  beforeEach(() => (root = mkdtempSync(path.join(tmpdir(), 'ringdown-words-'))));
  afterEach(() => rmSync(root, { recursive: true }));

  const put = (file: string, text: string): void => {
    mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
    writeFileSync(path.join(root, file), text);
  };
  const written = (): readonly string[] =>
    readdirSync(root, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.includes('default') && statSync(path.join(root, file)).isFile())
      .sort();

  it('stay in their package', () => {
    put('force-app/main/words/call-log.yaml', `CallLogTitle: ${all('Wrap-up')}`);
    put('force-app/voice/words/metadata/app.yaml', `customApplications:\n  Voice:\n    label: ${all('Voice')}`);
    const paths = packageWords(root).map(({ path: file }) => file);
    assert.ok(paths.includes('force-app/main/default/labels/CustomLabels.labels-meta.xml'));
    assert.ok(paths.includes('force-app/voice/default/translations/ja.translation-meta.xml'));
    assert.ok(!paths.includes('force-app/voice/default/labels/CustomLabels.labels-meta.xml'));
    assert.equal(paths.length, 9);
  });

  it('are for the API version of the project', () => {
    put('force-app/main/words/metadata/a.yaml', `reports:\n  Folder/Calls:\n    label: ${all('Calls')}\n`);
    put('sfdx-project.json', '{ "sourceApiVersion": "66.0" }');
    assert.deepEqual(packageWords(root), []);
    put('sfdx-project.json', '{ "sourceApiVersion": "67.0" }');
    assert.equal(packageWords(root).length, 4);
  });

  it('are refused together, every mistake of every file, and nothing is written or lost', () => {
    put('force-app/main/words/a.yaml', 'First: {}\nSecond: {}\n');
    put('force-app/voice/words/metadata/b.yaml', 'thing: {}\n');
    put('force-app/main/default/labels/CustomLabels.labels-meta.xml', 'kept');
    assert.throws(
      () => writeWords(root),
      (error: RingdownError) =>
        error.code === 'WORDS_REFUSED' &&
        assert.deepEqual(
          error.lines?.map((line) => line.split(' ')[0]),
          ['force-app/main/words/a.yaml:1', 'force-app/main/words/a.yaml:2', 'force-app/voice/words/metadata/b.yaml:1']
        ) === undefined
    );
    assert.equal(readFileSync(path.join(root, written()[0] ?? ''), 'utf8'), 'kept');
  });

  it('are written once: what no word asks for any more is gone, and a second run changes nothing', () => {
    put('force-app/main/words/a.yaml', `Title: ${all('x')}`);
    put('force-app/main/default/objectTranslations/Old__c-de/Old__c-de.objectTranslation-meta.xml', 'old');
    put('force-app/main/default/objects/Old__c/Old__c.object-meta.xml', 'not ours');
    writeWords(root);
    const first = written();
    assert.equal(first.length, 6);
    assert.ok(existsSync(path.join(root, 'force-app/main/default/objects/Old__c/Old__c.object-meta.xml')));
    const texts = first.map((file) => readFileSync(path.join(root, file), 'utf8'));
    writeWords(root);
    assert.deepEqual(written(), first);
    assert.deepEqual(
      first.map((file) => readFileSync(path.join(root, file), 'utf8')),
      texts
    );
  });
});
