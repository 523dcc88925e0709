import assert from 'node:assert/strict';
import { nextBook } from './call-book';
import { emptyBook, thirdPartyOf, type CallBook } from './parties';
import { controlsOf, mostParties } from './call-controls';
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

  const org = { isMultiparty: true, isConsult: true };
  const talk = [ringing, event('CALL_CONNECTED', call)];
  const others = (count: number): readonly TelephonyEvent[] =>
    Array.from({ length: count }, (_, index) => event('PARTICIPANT_CONNECTED', { callId: `t-${index}` }));

  it('add and join others until seven are there, where the org has calls of many', () => {
    for (let count = 0; count <= mostParties - 2; count += 1) {
      const book = after(...talk, ...others(count));
      const { 'add-caller': add, 'join-caller': join } = controlsOf(book, book.parties[0]!, able, org);
      const wanted = count < mostParties - 2 ? 'enabled' : 'disabled';
      assert.deepEqual([add, join], [wanted, wanted], `${count} others`);
    }
    const alone = after(...talk, ...others(1));
    const usual = controlsOf(alone, alone.parties[0]!, able);
    assert.deepEqual([usual['add-caller'], usual['join-caller']], ['disabled', 'hidden']);
  });

  it('mute a third party where the org has calls of many', () => {
    const book = after(...talk, ...others(2));
    assert.equal(controlsOf(book, book.parties[2]!, able, org).mute, 'enabled');
    assert.equal(controlsOf(book, book.parties[2]!, able).mute, 'hidden');
    assert.equal(controlsOf(book, book.parties[2]!, {}, org).mute, 'hidden');
  });

  it('do not hold a party that the connector merges by itself', () => {
    const joining = { callId: 't', callAttributes: { participantType: 'Third_Party', isAutoMergeOn: true } };
    const book = after(...talk, event('PARTICIPANT_CONNECTED', joining));
    assert.equal(controlsOf(book, book.parties[1]!, able, org).hold, 'disabled');
    assert.equal(controlsOf(book, book.parties[0]!, able, org).hold, 'enabled');
  });

  it('ask somebody beside a call once, where connector and org allow it', () => {
    const of = (...more: readonly TelephonyEvent[]): string => {
      const book = after(...talk, ...more);
      return controlsOf(book, book.parties[0]!, able, org).consult;
    };
    assert.equal(of(), 'enabled');
    assert.equal(of(event('CALL_STARTED', { callId: '9', callType: 'Consult' })), 'disabled');
    const book = after(...talk);
    assert.equal(controlsOf(book, book.parties[0]!, { ...able, CAN_CONSULT: false }, org).consult, 'hidden');
    assert.equal(controlsOf(book, book.parties[0]!, able).consult, 'hidden');
  });
});
