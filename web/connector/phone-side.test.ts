import assert from 'node:assert/strict';
import { handPhone, type HandPhone } from '../../test/voice/hand-phone';
import { type Timers } from '../phone-page/timers';
import { openPhoneSide, type PhoneSide } from './phone-side';
import { knows } from './told-by-action';

async function open(): Promise<{ phone: HandPhone; side: PhoneSide; changes: () => number; settle: () => void }> {
  const phone = handPhone();
  let changes = 0;
  let due: (() => void)[] = [];
  const timers: Timers = { steady: () => 0, wall: () => 0, after: (_, call) => (due.push(call), () => undefined) };
  const side = openPhoneSide({
    makePhone: () => phone,
    timers,
    publish: () => undefined,
    statuses: () => [],
    presenceRows: () => [],
    failure: (label) => new Error(label),
    isDeskPhoneChosen: () => false,
    heard: () => undefined,
    knownAnew: () => undefined,
    inCallChanged: () => (changes += 1)
  });
  side.line.open();
  await side.line.phone();
  const settle = (): void => {
    const now = due;
    due = [];
    for (const call of now) call();
  };
  return { phone, side, changes: () => changes, settle };
}

describe('whether the rep is in a call', () => {
  for (const channel of ['phone', 'chat', 'voicemail'] as const)
    it(`is said when it begins and when it is over, for each ${channel} anew`, async () => {
      const { phone, changes } = await open();
      for (const times of [2, 4]) {
        const { callId } = phone.ring({ channel });
        phone.change(callId, { state: 'wrap-up' });
        phone.change(callId, { state: 'ended' });
        assert.equal(changes(), times);
      }
    });

  it('is said too when the call ended by what the rep did in Salesforce', async () => {
    const { phone, side, changes, settle } = await open();
    const { callId } = phone.ring();
    await side.book.during(() => phone.decline(callId), knows('phase'));
    assert.equal(changes(), 1);
    settle();
    assert.deepEqual([changes(), side.book.isInCall()], [2, false]);
  });
});
