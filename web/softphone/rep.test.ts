import assert from 'node:assert/strict';
import { attemptFor, readRep } from './rep';

describe('the rep', () => {
  const told = { userId: '005000000000001AAA', userName: 'ada@example.com', autoLogin: false, country: 'GB' };

  it('is who our class says, in the text that runApex gives back in one way or the other', () => {
    const rep = { userId: told.userId, userName: told.userName, wantsAutoLogin: false, country: 'GB' };
    assert.deepEqual(readRep({ runApex: JSON.stringify(told) }), rep);
    assert.deepEqual(readRep(JSON.stringify(told)), rep);
  });

  it('is nobody without an id of a user', () => {
    for (const value of [
      null,
      '',
      '{',
      {},
      { runApex: '{}' },
      JSON.stringify({ ...told, userId: '003000000000001AAA' })
    ])
      assert.equal(readRep(value), undefined, String(value));
  });

  it('is logged in for with all that the class tells, by which the org may know its agents', () => {
    const more = { email: 'ada@mail.example.com', federationId: 'A-17' };
    const rep = readRep(JSON.stringify({ ...told, ...more }));
    const { userId, userName } = told;
    assert.deepEqual(rep && attemptFor(rep, 'Support'), { userId, userName, callCenter: 'Support', ...more });
    const bare = readRep(JSON.stringify({ ...told, email: null, federationId: '' }));
    assert.deepEqual(bare && attemptFor(bare, 'Support'), { userId, userName, callCenter: 'Support' });
  });

  it('wants to be logged in when nobody says otherwise, and is in no country that is none', () => {
    const rep = readRep(JSON.stringify({ ...told, autoLogin: undefined, country: null }));
    assert.deepEqual([rep?.wantsAutoLogin, rep && 'country' in rep], [true, false]);
  });
});
