import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { secretWord } from './secret-word';

describe('a name', () => {
  for (const name of [
    'password',
    'sipPasswd',
    'clientSecret',
    'access_token',
    'apiKey',
    'api-key',
    'PrivateKey',
    'pwd'
  ]) {
    it(`that is ${name} says that its value is a secret`, () => assert.ok(secretWord(name)));
  }
  for (const name of ['tenant', 'lang', 'author', 'passenger', 'keyboard', 'compass']) {
    it(`that is ${name} says nothing of the kind`, () => assert.ok(!secretWord(name)));
  }
});
