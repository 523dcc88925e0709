import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { meanings } from './phrase';
import { scenariosIn } from './scenarios-in';
import { vocabulary } from './vocabulary';

describe('The vocabulary of scenarios', () => {
  it('stands in the README as it is', () => {
    const lines = readFileSync(path.join(__dirname, 'README.md'), 'utf8').split('\n');
    const told = lines.filter((line) => /^- (Given|When|Then) /.test(line)).map((line) => line.slice(2));
    assert.deepEqual(
      told,
      vocabulary.map(({ keyword, words }) => `${keyword} ${words}`)
    );
  });

  it('has no phrase that no scenario says', () => {
    const said = new Set(scenariosIn(__dirname, vocabulary).flatMap(({ steps }) => steps.map(({ phrase }) => phrase)));
    const unsaid = vocabulary.filter((phrase) => !said.has(phrase));
    assert.deepEqual(
      unsaid.map(({ keyword, words }) => `${keyword} ${words}`),
      []
    );
  });

  it('has no two phrases for one line', () => {
    const example: Readonly<Record<string, string>> = { number: '+14155550123', count: '7', who: 'Sam' };
    for (const { keyword, words } of vocabulary) {
      const line = words.replaceAll(/\{(\w+?)\d?\}/g, (_, name: string) => example[name] ?? `"A ${name}"`);
      const found = meanings(vocabulary, line).filter(({ phrase }) => phrase.keyword === keyword);
      assert.equal(found.length, 1, line);
    }
  });
});
