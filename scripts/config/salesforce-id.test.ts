import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { isSoundId, longId } from './salesforce-id';

describe('a Salesforce id', () => {
  it('gets the checksum that Salesforce gives it', () => {
    assert.equal(longId('04ti0000000Xzqu'), '04ti0000000XzquAAC');
    assert.equal(longId('04tA0000000Pygj'), '04tA0000000PygjIAC');
    assert.equal(longId('04tA0000000PygjIAC'), '04tA0000000PygjIAC');
  });

  it('is sound with 15 characters, or with 18 that fit', () => {
    assert.ok(isSoundId('04ti0000000Xzqu') && isSoundId('04ti0000000XzquAAC'));
    assert.ok(!isSoundId('04tB00000009oZ3JBI') && !isSoundId('04ti0000000XzquA') && !isSoundId('04ti0000000Xz-u'));
  });
});
