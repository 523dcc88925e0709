import assert from 'node:assert/strict';
import { type FromPhone } from '../../core/phone-message/phone-message';
import { type Timers } from '../phone-page/timers';
import { openDialCheck, type DialCheck } from './dial-check';

describe('a number that Salesforce hands to the connector', () => {
  const record = { phoneNumber: '+442079460958', recordId: '003000000000001AAA' };
  let due: (() => void)[];
  let said: FromPhone[];
  let check: DialCheck;
  beforeEach(() => {
    [due, said] = [[], []];
    const timers: Timers = {
      steady: () => 0,
      wall: () => 7,
      after: (_, call) => {
        due.push(call);
        return () => undefined;
      }
    };
    check = openDialCheck({ timers, say: (message) => said.push(message), failure: (label) => new Error(label) });
  });
  const asked = (): { readonly requestId: string; readonly recordId?: string } | undefined => {
    const message = said.at(-1);
    return message?.type === 'dial-request' ? message.body.request : undefined;
  };
  const answer = (isAllowed: boolean): void =>
    check.hear({ type: 'dial-answer', body: { requestId: asked()?.requestId, isAllowed } });

  it('is called when a component allows it for the record that it stood on', async () => {
    const allowed = check.mayDial(record);
    assert.equal(asked()?.recordId, record.recordId);
    answer(true);
    await allowed;
  });

  it('is not called when a component refuses it, and the rep is told so', async () => {
    const refused = check.mayDial(record);
    answer(false);
    await assert.rejects(refused, { message: 'VoiceDoNotCall' });
  });

  it('is not called unchecked when components are there and none answers in time', async () => {
    check.hear({ type: 'hello', body: {} });
    const unchecked = check.mayDial(record);
    due[0]!();
    await assert.rejects(unchecked, { message: 'VoiceDialUnchecked' });
  });

  it('is called where no component is, and when the rep typed it', async () => {
    check.hear({ type: 'session', body: { session: { state: 'signed-in' } } });
    const alone = check.mayDial(record);
    due[0]!();
    await alone;
    await check.mayDial({ phoneNumber: record.phoneNumber });
    assert.equal(said.length, 1);
  });
});
