import assert from 'node:assert/strict';
import { fill, languageOf } from './language';
import { noticeOf, stateAfterRefusal } from './login-state';
import { languages } from './words';

describe('the words of the login page', () => {
  it('are there in each language, with the same places to fill in', () => {
    const english = languages.en!;
    for (const [tag, words] of Object.entries(languages)) {
      assert.deepEqual(Object.keys(words), Object.keys(english), tag);
      for (const [name, text] of Object.entries(words)) {
        assert.notEqual(text.trim(), '', `${tag} ${name}`);
        assert.equal(text.includes('{0}'), english[name as keyof typeof english].includes('{0}'), `${tag} ${name}`);
        const isBorrowed = text === english[name as keyof typeof english] && tag !== 'en' && name !== 'code';
        assert.equal(isBorrowed, false, `${tag} ${name} is English`);
      }
    }
  });

  it('are in the first language that the rep wants and we have', () => {
    assert.equal(languageOf([null, 'pt-BR', 'de_AT', 'en']).tag, 'de');
    assert.equal(languageOf(['constructor', 'ja-JP']).tag, 'ja');
    assert.equal(languageOf([]).tag, 'en');
    assert.equal(fill('{0} $&', '$1'), '$1 $&');
  });

  it('say of the server’s no only what the rep can use', () => {
    assert.deepEqual(stateAfterRefusal('LOGIN_FAILED', undefined), { name: 'form', problem: 'refused' });
    assert.deepEqual(stateAfterRefusal('TRY_LATER', 1.2), { name: 'locked', seconds: 2 });
    assert.deepEqual(stateAfterRefusal('TRY_LATER', 0), { name: 'locked', seconds: 1 });
    assert.deepEqual(stateAfterRefusal('BUSY', 3), { name: 'form', problem: 'busy' });
    assert.deepEqual(stateAfterRefusal('FORBIDDEN', undefined), { name: 'form', problem: 'lost' });
    assert.deepEqual(stateAfterRefusal('ATTEMPT_OVER', undefined), { name: 'form', problem: 'over' });
    assert.equal(noticeOf('signed-out'), undefined);
    assert.equal(noticeOf('idle'), 'idle');
  });
});
