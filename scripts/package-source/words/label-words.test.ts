import assert from 'node:assert/strict';
import { readLabelWords } from './label-words';

const all = (word: string): string => `{ en: ${word}, de: ${word}, fr: ${word}, es: ${word}, ja: ${word} }`;
const read = (...texts: readonly string[]): ReturnType<typeof readLabelWords> =>
  readLabelWords(texts.map((text, index) => ({ path: `words/${String(index)}.yaml`, text })));

describe('the words of the labels', () => {
  it('come from all files, in the order of their names', () => {
    const { labels, problems } = read(`Second: ${all('two')}\n`, `Third: ${all('three')}\nFirst: ${all('one')}\n`);
    assert.deepEqual(
      labels.map(({ name, words }) => [name, words.ja]),
      [
        ['First', 'one'],
        ['Second', 'two'],
        ['Third', 'three']
      ]
    );
    assert.deepEqual(problems, []);
  });

  it('may be none yet', () => assert.deepEqual(read('', '# nothing yet\n'), { labels: [], problems: [] }));

  const mistakes: Readonly<Record<string, readonly [text: string, line: number, about: RegExp]>> = {
    'a language is missing': ['# words\nTitle: { en: a, de: b, fr: c, es: d }\n', 2, /^Title .*ja/],
    'a word is empty': [`Title: { en: a, de: '', fr: c, es: d, ja: e }`, 1, /de/],
    'a word is no text': ['Title: { en: a, de: { x: y }, fr: c, es: d, ja: e }', 1, /de/],
    'the entry has no languages': ['Title: Wrap-up', 1, /en, de, fr, es, ja/],
    'a language is unknown': [`Title: { en: a, de: b, fr: c, es: d, ja: e, it: f }`, 1, /it/],
    'the placeholders differ': [
      `Title: { en: '{0} of {1}', de: '{0}', fr: '{1} {0}', es: '{0}{1}', ja: '{1}{0}' }`,
      1,
      /de/
    ],
    'a name is no PascalCase': [`call_title: ${all('x')}`, 1, /call_title/],
    'a name is there twice in one file': [`Title: ${all('x')}\nTitle: ${all('y')}\n`, 2, /unique/i],
    'a text is too long for a label': [`Title: ${all('x'.repeat(1001))}`, 1, /1,000/],
    'the file is a list': ['- Title\n', 1, /names/],
    'the file is no YAML': ['Title: { en: a\n', 2, /./]
  };
  for (const [title, [text, line, about]] of Object.entries(mistakes)) {
    it(`are refused with file and line when ${title}`, () => {
      const [problem = 'none'] = read(text).problems;
      assert.ok(problem.startsWith(`words/0.yaml:${String(line)} `), problem);
      assert.match(problem.replace(/^\S+ /, ''), about);
    });
  }

  it('are refused when two files name the same label', () => {
    assert.deepEqual(
      read(`Title: ${all('x')}`, `\nTitle: ${all('y')}`).problems.map((problem) => problem.split(' ')[0]),
      ['words/1.yaml:2']
    );
  });
});
