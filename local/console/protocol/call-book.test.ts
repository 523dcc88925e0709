import assert from 'node:assert/strict';
import { nextBook, wrappedUp } from './call-book';
import { customerOf, emptyBook, thirdPartyOf, type CallBook } from './parties';
import type { TelephonyEvent } from './connector-message';

const event = (name: TelephonyEvent['event'], payload?: unknown): TelephonyEvent =>
  ({ type: 'event', event: name, payload }) as TelephonyEvent;
const after = (...events: readonly TelephonyEvent[]): CallBook => events.reduce(nextBook, emptyBook);
const call = {
  callId: '1',
  callType: 'Inbound',
  phoneNumber: '+14155550123',
  callAttributes: { participantType: 'Initial_Caller' }
};
const third = { callId: '2', phoneNumber: '+14155550199', contact: { name: 'Warehouse' } };
const ringing = event('CALL_STARTED', call);
const connected = event('CALL_CONNECTED', call);
const added = event('PARTICIPANT_ADDED', third);
const joined = event('PARTICIPANT_CONNECTED', third);

describe('The calls of a rep', () => {
  it('ring, connect and end in work afterwards', () => {
    assert.equal(customerOf(after(ringing))?.state, 'ringing');
    assert.equal(customerOf(after(ringing, connected))?.state, 'connected');
    const ended = after(ringing, connected, event('HANGUP', [call]));
    assert.deepEqual([ended.parties.length, ended.wrapUp.length], [0, 1]);
    assert.equal(wrappedUp(ended, ended.wrapUp[0]!).wrapUp.length, 0);
  });

  it('leave no work when nobody answered', () => {
    for (const hangUp of [event('HANGUP', call), event('HANGUP', [call]), event('HANGUP')]) {
      const book = after(ringing, hangUp);
      assert.deepEqual([book.parties.length, book.wrapUp.length], [0, 0]);
    }
  });

  it('are dialed when the rep places them, and gone when they fail', () => {
    const dialed = event('CALL_STARTED', { ...call, callType: 'outbound' });
    assert.equal(customerOf(after(dialed))?.state, 'dialing');
    assert.equal(after(dialed, event('CALL_FAILED')).parties.length, 0);
  });

  it('take a third party in and let it go', () => {
    const book = after(ringing, connected, added);
    assert.equal(thirdPartyOf(book)?.state, 'transferring');
    assert.equal(thirdPartyOf(nextBook(book, joined))?.state, 'connected');
    for (const gone of [{ callId: '2' }, { reason: 'error' }, third])
      assert.equal(thirdPartyOf(nextBook(book, event('PARTICIPANT_REMOVED', gone))), undefined);
  });

  it('go on with the third party when the customer leaves', () => {
    const book = after(
      ringing,
      connected,
      added,
      joined,
      event('PARTICIPANT_CONNECTED', { initialCallHasEnded: true })
    );
    assert.deepEqual(
      book.parties.map(({ role }) => role),
      ['third-party']
    );
  });

  it('end altogether when the call is given away', () => {
    const book = after(ringing, connected, added, event('HANGUP', call));
    assert.deepEqual([book.parties.length, book.wrapUp.length], [0, 1]);
  });

  it('know who is on hold, and who talks to whom', () => {
    const book = after(
      ringing,
      connected,
      added,
      joined,
      event('HOLD_TOGGLE', { isCustomerOnHold: true, isThirdPartyOnHold: false })
    );
    assert.deepEqual(
      book.parties.map(({ isOnHold }) => isOnHold),
      [true, false]
    );
    const merged = nextBook(
      book,
      event('HOLD_TOGGLE', { isCustomerOnHold: false, isThirdPartyOnHold: false, isCallMerged: true })
    );
    assert.deepEqual([merged.isMerged, merged.parties.some(({ isOnHold }) => isOnHold)], [true, false]);
  });

  it('begin as the phone system says', () => {
    const book = after(
      event('CALL_CONNECTED', { ...call, callInfo: { isMuted: true, isRecordingPaused: true, isOnHold: true } })
    );
    assert.deepEqual([book.isMuted, book.isRecordingPaused, customerOf(book)?.isOnHold], [true, true, true]);
  });

  it('are heard by a supervisor, who may join', () => {
    const heard = after(event('SUPERVISOR_CALL_CONNECTED', call));
    assert.equal(heard.parties[0]?.role, 'supervised');
    assert.equal(nextBook(heard, event('SUPERVISOR_BARGED_IN', call)).isBargedIn, true);
    assert.equal(nextBook(heard, event('SUPERVISOR_HANGUP', [call])).parties.length, 0);
    assert.equal(
      after(ringing, connected, event('CALL_BARGED_IN', { callId: '1', supervisorName: 'Ines' })).bargedInBy,
      'Ines'
    );
  });

  it('are updated in place, and those that nobody knows are not', () => {
    const book = after(
      ringing,
      connected,
      event('CALL_UPDATED', { call: { ...call, callInfo: { endCallDisabled: true } } })
    );
    assert.equal(customerOf(book)?.call.callInfo?.endCallDisabled, true);
    assert.equal(nextBook(book, event('CALL_UPDATED', { call: { callId: '9' } })).parties.length, 1);
  });

  const fourth = { callId: '3', phoneNumber: '+14155550198' };
  const many = [ringing, connected, added, joined, event('PARTICIPANT_CONNECTED', fourth)];
  const merged = event('HOLD_TOGGLE', { isCustomerOnHold: false, isThirdPartyOnHold: false, isCallMerged: true });

  it('hold each of several by itself, by what the connector says of each', () => {
    const held = (callId: string, isOnHold: boolean): object => ({ callId, callInfo: { isOnHold } });
    const calls = { 2: held('2', true), 3: held('3', false) };
    const book = after(...many, event('HOLD_TOGGLE', { isCustomerOnHold: false, isThirdPartyOnHold: true, calls }));
    assert.deepEqual(
      book.parties.map(({ isOnHold }) => isOnHold),
      [false, true, false]
    );
  });

  it('mute one party or the rep', () => {
    const one = after(...many, event('MUTE_TOGGLE', { isMuted: true, isGlobal: false, call: { callId: '3' } }));
    assert.deepEqual([one.isMuted, ...one.parties.map(({ isMuted }) => isMuted)], [false, false, false, true]);
    const rep = nextBook(one, event('MUTE_TOGGLE', { isMuted: true, isGlobal: true, call: { callId: '3' } }));
    assert.deepEqual([rep.isMuted, rep.parties[2]?.isMuted], [true, true]);
    const heard = nextBook(rep, event('MUTE_TOGGLE', { isMuted: false, isGlobal: false, call: { callId: '3' } }));
    assert.deepEqual([heard.isMuted, heard.parties[2]?.isMuted], [true, false]);
  });

  it('stay merged while more than one party is left', () => {
    const left = after(...many, merged, event('PARTICIPANT_REMOVED', { callId: '3' }));
    assert.equal(left.isMerged, true);
    assert.equal(nextBook(left, event('PARTICIPANT_REMOVED', { callId: '2' })).isMerged, false);
  });

  it('change nobody of several when the customer leaves', () => {
    const calling = event('PARTICIPANT_ADDED', { callId: '4' });
    const book = after(...many, calling, event('PARTICIPANT_ADDED', { initialCallHasEnded: true }));
    assert.deepEqual(
      book.parties.map(({ key, state }) => [key, state]),
      [
        ['2', 'connected'],
        ['3', 'connected'],
        ['4', 'transferring']
      ]
    );
  });

  it('go on when a question beside them is over', () => {
    const asked = { callId: '9', callType: 'Consult', callAttributes: { participantType: 'Initial_Caller' } };
    const book = after(...many, event('CALL_STARTED', asked), event('CALL_CONNECTED', asked), event('HANGUP', [asked]));
    assert.equal(book.parties.length, 3);
  });
});
