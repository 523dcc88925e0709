import assert from 'node:assert/strict';
import { handPhone, presences, type HandPhone } from '../../test/voice/hand-phone';
import { type FromPhone } from '../../core/phone-message/phone-message';
import { type Timers } from '../phone-page/timers';
import { beginInBreak } from './begin-in-break';

describe('a rep who has just logged in', () => {
  let phone: HandPhone;
  let said: FromPhone[];
  let pauses: number[];
  let between: () => void;
  const timers: Timers = {
    steady: () => 0,
    wall: () => 7,
    after: (milliseconds, call) => {
      pauses.push(milliseconds);
      between();
      call();
      return () => undefined;
    }
  };
  const begins = (languages: readonly string[] = ['en-US']): Promise<void> =>
    beginInBreak({
      line: { phone: () => Promise.resolve(phone), snapshot: phone.snapshot },
      timers,
      window: { navigator: { languages } },
      say: (message) => said.push(message)
    });
  const notices = (): readonly string[] =>
    said.flatMap((message) => (message.type === 'notice' ? [message.body.notice.text] : []));

  beforeEach(() => {
    [phone, said, pauses, between] = [handPhone(), [], [], () => undefined];
    phone.become(presences[0]!, 'phone-system');
  });

  it('is in a break at once', async () => {
    await begins();
    assert.deepEqual([phone.done, pauses, said], [['presence Lunch now'], [], []]);
  });

  it('is put into a break at the next try when the first is refused', async () => {
    phone.failNext('timed-out');
    await begins();
    assert.deepEqual([phone.done, pauses, said], [['presence Lunch now'], [1_000], []]);
  });

  for (const [language, words] of [
    ['en-US', /Available/],
    ['de', /Pause.*Available|Available.*Pause/],
    ['fr', /pause/],
    ['es', /descanso/],
    ['ja', /休憩/]
  ] as const)
    it(`is told what they are instead when it stays refused: ${language}`, async () => {
      between = () => phone.failNext('not-supported');
      between();
      await begins([language]);
      assert.deepEqual([phone.done, pauses], [[], [1_000, 3_000, 10_000, 30_000]]);
      assert.equal(notices().length, 1);
      assert.match(notices()[0]!, words);
      assert.match(notices()[0]!, /Available/);
    });

  it('is left alone once they have chosen something themselves, or are in a call', async () => {
    phone.failNext('failed');
    between = () => phone.become(presences[2]!, 'rep');
    await begins();
    assert.deepEqual([phone.done, said], [[], []]);
    phone.become(presences[0]!, 'rep');
    phone.failNext('failed');
    between = () => void phone.ring();
    await begins();
    assert.deepEqual([phone.done, said], [[], []]);
  });
});
