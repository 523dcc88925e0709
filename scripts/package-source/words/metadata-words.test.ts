import assert from 'node:assert/strict';
import { readMetadataWords, type MetadataWords } from './metadata-words';

const all = (word: string): string => `{ en: ${word}, de: ${word}, fr: ${word}, es: ${word}, ja: ${word} }`;
const read = (...texts: readonly string[]): MetadataWords =>
  readMetadataWords(texts.map((text, index) => ({ path: `words/metadata/${String(index)}.yaml`, text })));
const field = (label: string, more = ''): string =>
  `objects:\n  Thing__c:\n    fields:\n      Word__c:\n        label: ${label}\n${more}`;

describe('the words of the metadata', () => {
  it('are read for objects and fields of all files, and for what else has a label', () => {
    const { objects, parts, problems } = read(
      field(all('Word'), `        values:\n          First: ${all('one')}\n`),
      `objects:\n  Other__c:\n    label: ${all('Other')}\ncustomTabs:\n  Setup:\n    label: ${all('Setup')}\n`
    );
    assert.deepEqual(problems, []);
    assert.deepEqual(
      objects.map(({ name, fields }) => [name, fields.map((each) => [each.name, each.values.map(({ fr }) => fr)])]),
      [
        ['Thing__c', [['Word__c', ['one']]]],
        ['Other__c', []]
      ]
    );
    assert.deepEqual(
      parts.customTabs.map(({ name, label }) => [name, label.es]),
      [['Setup', 'Setup']]
    );
    assert.deepEqual(parts.reportTypes, []);
  });

  const mistakes: Readonly<Record<string, readonly [text: string, line: number, about: RegExp]>> = {
    'a label lacks a language': [field('{ en: a, de: b, es: c, ja: d }'), 5, /^label .*fr/],
    'a value lacks a language': [field(all('x'), `        values:\n          First: { en: a }\n`), 7, /^First .*ja/],
    'a field has no label': [
      'objects:\n  Thing__c:\n    fields:\n      Word__c:\n        help: ' + all('x'),
      4,
      /label/
    ],
    'a label is too long for a field': [field(all('x'.repeat(41))), 4, /40/],
    'a help is too long for a field': [field(all('x'), `        help: ${all('x'.repeat(511))}\n`), 4, /510/],
    'a kind is unknown': ['thing:\n  Setup: {}\n', 1, /^thing .*customTabs/],
    'a part of an object is unknown': ['objects:\n  Thing__c:\n    lable: ' + all('x'), 3, /^lable .*Thing__c/],
    'an action lacks a language': ['objects:\n  Task:\n    quickActions:\n      Call: { en: a }\n', 4, /^Call .*ja/],
    'a part of a field is unknown': [field(all('x'), `        hint: ${all('x')}\n`), 6, /^hint .*Word__c/],
    'a part of an app is unknown': [`customApplications:\n  App:\n    label: ${all('x')}\n    icon: x\n`, 4, /^icon/]
  };
  for (const [title, [text, line, about]] of Object.entries(mistakes)) {
    it(`are refused with file and line when ${title}`, () => {
      const [problem = 'none', ...more] = read(text).problems;
      assert.ok(problem.startsWith(`words/metadata/0.yaml:${String(line)} `), problem);
      assert.match(problem.replace(/^\S+ /, ''), about);
      assert.deepEqual(more, []);
    });
  }
});
