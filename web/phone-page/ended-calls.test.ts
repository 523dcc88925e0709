import assert from 'node:assert/strict';
import { handPhone, type HandPhone } from '../../test/voice/hand-phone';
import { type PhoneCall } from '../phone/phone';
import { openEndedCalls, type EndedCalls } from './ended-calls';
import { type KeptValue } from './kept-value';
import { type Timers } from './timers';

describe('what ended while no phone page was there', () => {
  let phone: HandPhone;
  let now: number;
  let value: string | undefined;
  const kept: KeptValue = { read: () => value, keep: (next) => (value = next) };
  const timers: Timers = { steady: () => now, wall: () => 0, after: () => () => undefined };
  const page = (): EndedCalls => openEndedCalls({ timers, kept });
  const ended = (callId: string, change: Partial<PhoneCall> = {}): PhoneCall => {
    const call = phone.ring({ callId, ...change });
    return phone.change(call.callId, { state: 'ended' });
  };
  const told = (calls: EndedCalls): readonly string[] => calls.toTell(phone.snapshot()).map(({ callId }) => callId);

  beforeEach(() => {
    [phone, now, value] = [handPhone(), 0, undefined];
    phone.endedCalls.push(ended('c-1'), ended('c-2'), ended('c-3', { isWrapUpDone: true }));
  });

  it('is told to whoever asks, and not for ever; what was wrapped up in a page is not told', () => {
    const calls = page();
    assert.deepEqual(
      [told(calls), told(calls)],
      [
        ['c-1', 'c-2'],
        ['c-1', 'c-2']
      ]
    );
    now = 300_000;
    assert.deepEqual(told(calls), []);
  });

  it('is told no more, by the next page neither, once a component has dealt with it', () => {
    const calls = page();
    for (const key of ['c-1/a-1', 'c-2/another', 'none']) calls.dealtWith(key, phone.snapshot());
    assert.deepEqual(told(calls), ['c-2']);
    assert.deepEqual(told(page()), ['c-2']);
  });

  it('counts as dealt with only once the call is over', () => {
    phone.ring({ callId: 'c-4', state: 'wrap-up' });
    page().dealtWith('c-4/a-1', phone.snapshot());
    phone.endedCalls.push(phone.change('c-4', { state: 'ended' }));
    assert.deepEqual(told(page()), ['c-1', 'c-2', 'c-4']);
  });

  it('survives what somebody else wrote in the place where it is kept', () => {
    for (const strange of ['{', '7', '[1,"c-1/a-1"]']) {
      value = strange;
      assert.equal(told(page()).includes('c-2'), true);
    }
    assert.deepEqual(told(page()), ['c-2']);
  });
});
