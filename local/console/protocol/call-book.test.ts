import assert from 'node:assert/strict';
import { nextBook, wrappedUp } from './call-book';
import { customerOf, emptyBook, thirdPartyOf, type CallBook } from './parties';
import { controlsOf } from './call-controls';
import type { TelephonyEvent } from './connector-message';
import { capabilityNames, type Capabilities } from './connector-ready';

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
const able = { ...Object.fromEntries(capabilityNames.map((name) => [name, true])), DIAL_PAD: false } as Capabilities;

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
});

describe('The controls of a call', () => {
  const of = (book: CallBook, capabilities: Partial<Capabilities> = able): ReturnType<typeof controlsOf> =>
    controlsOf(book, book.parties[0]!, capabilities);

  it('are accept and decline while it rings', () => {
    const controls = of(after(ringing));
    assert.deepEqual(
      [controls.accept, controls.decline, controls.end, controls.hold],
      ['enabled', 'enabled', 'hidden', 'hidden']
    );
  });

  it('follow the capabilities of the connector', () => {
    const controls = of(after(ringing, connected), {});
    assert.deepEqual(
      [controls.mute, controls.record, controls['blind-transfer'], controls.hold],
      ['hidden', 'hidden', 'hidden', 'enabled']
    );
  });

  it('follow what the connector says of the call', () => {
    const callInfo = {
      muteEnabled: false,
      holdEnabled: false,
      showRecordButton: false,
      addCallerEnabled: false,
      endCallDisabled: true
    };
    const controls = of(after(ringing, event('CALL_CONNECTED', { ...call, callInfo })));
    assert.deepEqual(
      [controls.mute, controls.hold, controls.record, controls['add-caller'], controls.end],
      ['disabled', 'disabled', 'hidden', 'disabled', 'disabled']
    );
  });

  it('merge and swap two parties that are there', () => {
    const two = after(ringing, connected, added);
    assert.deepEqual([of(two).merge, of(two).swap], ['disabled', 'disabled']);
    const together = nextBook(two, joined);
    assert.deepEqual(
      [of(together).merge, of(together).swap, of(together)['add-caller']],
      ['enabled', 'enabled', 'disabled']
    );
  });

  it('remove a third party unless the connector forbids it', () => {
    const removal = (callInfo: object, isOnHold = false): string => {
      const book = after(
        ringing,
        connected,
        event('PARTICIPANT_CONNECTED', { ...third, callInfo: { ...callInfo, isOnHold } })
      );
      return controlsOf(book, thirdPartyOf(book)!, able).remove;
    };
    assert.equal(removal({}), 'enabled');
    assert.equal(removal({ removeParticipantVariant: 'NEVER' }), 'hidden');
    assert.equal(removal({ removeParticipantVariant: 'ALWAYS_EXCEPT_ON_HOLD' }, true), 'disabled');
  });

  it('send no digits when the dial pad is disabled', () => {
    assert.equal(of(after(ringing, connected), { ...able, DIAL_PAD: true }).digits, 'hidden');
    assert.equal(of(after(ringing, connected)).digits, 'enabled');
  });
});
