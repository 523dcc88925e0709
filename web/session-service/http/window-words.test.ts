import assert from 'node:assert/strict';
import { codeWindow, refusalWindow } from './provider-window';
import { windowLanguage, windowLanguages, type WindowProblem } from './window-words';

describe('the words of a provider’s window', () => {
  const textsOf = (value: unknown): readonly string[] =>
    typeof value === 'string' ? [value] : Object.values(value as object).flatMap(textsOf);
  const english = windowLanguages['en']!;

  it('are there in each language, each other than the English', () => {
    assert.deepEqual(Object.keys(windowLanguages).sort(), ['de', 'en', 'es', 'fr', 'ja']);
    for (const [tag, words] of Object.entries(windowLanguages)) {
      assert.deepEqual(Object.keys(words), Object.keys(english), tag);
      const [ours, theirs] = [textsOf(words), textsOf(english)];
      assert.equal(ours.length, theirs.length);
      for (const [index, text] of ours.entries()) {
        assert.match(text, /^[^<>&"]+$/, 'it goes into a page as it is');
        if (tag !== 'en') assert.notEqual(text, theirs[index]);
      }
    }
  });

  it('are those that the login page names, or else the first that the browser wants and we have', () => {
    assert.equal(windowLanguage('de', 'fr').tag, 'de');
    assert.equal(windowLanguage('', 'pt-BR,fr;q=0.5,de-AT;q=0.8').tag, 'de');
    assert.equal(windowLanguage('constructor', 'ja').tag, 'ja');
    assert.equal(windowLanguage(undefined, 'es;q=0,*;q=0.1').tag, 'en');
    assert.equal(windowLanguage(undefined, undefined).tag, 'en');
  });

  it('stand on every page of the window, which says its language', () => {
    for (const tag of Object.keys(windowLanguages)) {
      const language = windowLanguage(tag, undefined);
      const { words } = language;
      const welcome = codeWindow('ABCD-EFGH', 'n', language);
      for (const text of [`<html lang="${tag}">`, words.signedIn, words.canClose, words.copyCode])
        assert.ok(welcome.includes(text), `${tag} ${text}`);
      for (const problem of ['over', 'away', 'refused'] as const satisfies readonly WindowProblem[]) {
        const page = refusalWindow(problem, 'n', language);
        for (const text of [`<html lang="${tag}">`, words[problem].title, words[problem].text])
          assert.ok(page.includes(text), `${tag} ${text}`);
      }
    }
  });
});
