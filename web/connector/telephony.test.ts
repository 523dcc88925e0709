import assert from 'node:assert/strict';
import { handPhone, type HandPhone } from '../../test/voice/hand-phone';
import { type PhoneAbilities, type PhoneCall, type PhoneLeg } from '../phone/phone';
import { openCallBook } from './call-book';
import { callMethods, type CallMethods } from './telephony';

const abilities = new Proxy({} as PhoneAbilities, { get: () => true });

function open(): { phone: HandPhone; methods: CallMethods; told: string[] } {
  const phone = handPhone();
  const beholder = () => ({ abilities, agentId: 'a-1', isDeskPhone: false });
  const book = openCallBook({ beholder, publish: () => undefined, later: (call) => call() });
  phone.subscribe((event) => event.type === 'call' && book.hear(event.call));
  const mayDial = (): Promise<void> => Promise.resolve();
  const place = () => ({ dialCode: '+1' });
  const failure = (label: string): Error => new Error(label);
  const told: string[] = [];
  const tellRep = ({ message }: Error): void => void told.push(message);
  const options = { book, beholder, place, mayDial, failure, tellRep };
  return { phone, methods: callMethods({ phone: () => Promise.resolve(phone), ...options }), told };
}

describe('a number that Salesforce wants called', () => {
  const dialled = { isCallback: false, isConsultCall: false };

  it('is read as the contact center reads it, however it stands on the record', async () => {
    const { phone, methods } = open();
    await methods.dial({ type: 'PhoneNumber', phoneNumber: '(415) 555-0100' }, dialled);
    const { callId } = phone.ring({ state: 'connected' });
    await methods.addParticipant({ phoneNumber: '020 7946-0958' }, { callId }, true);
    await methods.addParticipant({ phoneNumber: '+44 20 7946 0958' }, { callId }, true);
    assert.deepEqual(phone.done, [
      'dial +14155550100',
      // No number of this country.
      `transfer ${callId} 020 7946-0958 blind`,
      `transfer ${callId} +442079460958 blind`
    ]);
  });

  it('stays what the phone book says where it is an extension', async () => {
    const { phone, methods } = open();
    await methods.dial({ type: 'PhoneBook', id: 'c-1', phoneNumber: '1002' }, dialled);
    assert.deepEqual(phone.done, ['dial 1002']);
  });
});

describe('a flow of Salesforce', () => {
  const flow = { type: 'Flow', id: 'acme__Support_Routing', name: 'Support routing' } as const;

  it('gets the call by its full name, at once or after a talk with whom it names', async () => {
    const { phone, methods } = open();
    const { callId } = phone.ring({ state: 'connected' });
    await methods.addParticipant(flow, { callId }, false);
    const { initialCallHasEnded } = await methods.addParticipant(flow, { callId }, true);
    assert.equal(initialCallHasEnded, false, 'HANGUP follows, and the customer has not left before');
    assert.deepEqual(phone.done, [
      `transfer ${callId} acme__Support_Routing consulted`,
      `transfer ${callId} acme__Support_Routing blind`
    ]);
  });

  it('that did not take the call is told in words of a label, and nobody else is', async () => {
    const { phone, methods } = open();
    const { callId } = phone.ring({ state: 'connected' });
    phone.failNext('invalid-destination');
    await assert.rejects(methods.addParticipant(flow, { callId }, true), { message: 'VoiceFlowFailed' });
    phone.failNext('invalid-destination');
    const queue = { type: 'Queue', id: 'Support' } as const;
    await assert.rejects(methods.addParticipant(queue, { callId }, true), { type: 'INVALID_DESTINATION' });
  });
});

describe('digits, for which Salesforce names no call', () => {
  const leg = (role: PhoneLeg['role'], state: PhoneLeg['state']): PhoneLeg => ({ legId: `${role}-1`, role, state });
  const beside: Readonly<Record<string, Partial<PhoneCall>>> = {
    'a chat': { channel: 'chat', state: 'connected' },
    'the work after a call': { state: 'wrap-up' },
    'a customer who waits': { state: 'connected', legs: [leg('customer', 'held'), leg('agent', 'connected')] },
    'a call that rings': { state: 'ringing' }
  };
  for (const [what, other] of Object.entries(beside))
    it(`go to the call in which the rep talks, beside ${what}`, async () => {
      const { phone, methods } = open();
      phone.ring(other);
      const { callId } = phone.ring({ state: 'connected' });
      await methods.sendDigits('12#');
      assert.deepEqual(phone.done, [`digits ${callId} 12#`]);
    });

  it('go to the consult call when the customer waits in another', async () => {
    const { phone, methods } = open();
    phone.ring({ state: 'connected', legs: [leg('customer', 'held'), leg('agent', 'connected')] });
    const legs = [leg('agent', 'connected'), leg('third-party', 'connected')];
    const { callId } = phone.ring({ direction: 'consult', state: 'connected', legs });
    await methods.sendDigits('5');
    assert.deepEqual(phone.done, [`digits ${callId} 5`]);
  });

  it('that the phone refused are told to the rep, of whom Salesforce would keep still', async () => {
    const { phone, methods, told } = open();
    phone.ring({ state: 'connected' });
    await methods.sendDigits('1');
    assert.deepEqual(told, []);
    phone.failNext('wrong-state');
    await assert.rejects(methods.sendDigits('2'), { code: 'wrong-state' });
    assert.deepEqual(told, ['VoiceDigitsFailed']);
  });

  it('go to nobody where it is not plain who is meant', async () => {
    const { phone, methods } = open();
    phone.ring({ state: 'connected' });
    phone.ring({ state: 'connected' });
    await assert.rejects(methods.sendDigits('1'), { code: 'unknown-call' });
    assert.deepEqual(phone.done, []);
  });
});
