import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { recordName } from './record-name';

describe('the developer name of a record', () => {
  it('is the words of a text that has a spelling in it', () => {
    assert.equal(recordName('contact-by-number'), 'ContactByNumber');
    assert.equal(recordName('No answer'), 'NoAnswer');
    assert.equal(recordName('voicemail_2'), 'Voicemail2');
  });

  it('differs for texts that differ only in what has no spelling', () => {
    const names = ['解決済み', '転送', 'Résolu', 'Resolu', 'Really?', 'Really!', '2nd call'].map(recordName);
    assert.equal(new Set(names).size, names.length);
    for (const name of names) assert.match(name, /^[A-Za-z](?:_?[A-Za-z0-9])*$/);
  });

  it('leaves room for a prefix, and differs for long texts that end differently', () => {
    const long = 'The caller asked for something that we could not give ';
    const names = [recordName(`${long}today`), recordName(`${long}tomorrow`)];
    assert.notEqual(names[0], names[1]);
    for (const name of names) assert.ok(`Ringdown_${name}`.length <= 40, name);
  });
});
