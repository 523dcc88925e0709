import assert from 'node:assert/strict';
import { fill, languageOf, languages } from './words';
import { type Word } from './words/word';

describe('the words of the softphone', () => {
  const english = languages.en!;
  const names = Object.keys(english) as Word[];

  for (const [tag, words] of Object.entries(languages)) {
    it(`are all there in ${tag}, each with the same gap as in English`, () => {
      assert.deepEqual(Object.keys(words), names);
      for (const name of names) {
        assert.notEqual(words[name].trim(), '', name);
        assert.equal(words[name].includes('{0}'), english[name].includes('{0}'), name);
      }
    });

    if (tag !== 'en')
      it(`are translated into ${tag}`, () => {
        const same = names.filter((name) => words[name] === english[name]);
        // Some words are the same in both languages.
        assert.ok(same.length < 8, same.join(', '));
      });
  }

  it('are those of the first language that the browser wants and we speak', () => {
    assert.equal(languageOf(['pt-BR', 'de-AT', 'fr']).tag, 'de');
    assert.equal(languageOf([]).tag, 'en');
  });

  it('are filled with text as it is', () => {
    assert.equal(fill('{0} may not be called.', '$&'), '$& may not be called.');
  });
});
