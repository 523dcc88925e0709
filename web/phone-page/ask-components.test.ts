import assert from 'node:assert/strict';
import { type FromPhone } from '../../core/phone-message/phone-message';
import { type Timers } from './timers';
import { askComponents } from './ask-components';

describe('what components say to a number', () => {
  const due: (() => void)[] = [];
  const timers: Timers = {
    steady: () => 0,
    wall: () => 7,
    after: (_, call) => {
      due.push(call);
      return () => void due.splice(due.indexOf(call), 1);
    }
  };
  const idOf = (said: readonly FromPhone[], index: number): string => {
    const message = said[index];
    return message?.type === 'dial-request' ? message.body.request.requestId : '';
  };

  it('counts for the number that they were asked about', async () => {
    const said: FromPhone[] = [];
    const questions = askComponents(timers, (message) => said.push(message));
    const [first, second] = [questions.mayDial({ number: '1' }), questions.mayDial({ number: '2' })];
    questions.answered({ requestId: 'another', isAllowed: false });
    questions.answered({ requestId: idOf(said, 1), isAllowed: false });
    questions.answered({ requestId: idOf(said, 0), isAllowed: true });
    assert.deepEqual(await Promise.all([first, second]), ['allowed', 'refused']);
    assert.equal(due.length, 0);
  });

  it('is missing in one way where nobody is there, and in another where somebody is', async () => {
    const questions = askComponents(timers, () => undefined);
    const alone = questions.mayDial({ number: '1' });
    due[0]!();
    questions.spoke({ type: 'preferences', body: { autoLogin: true } });
    const later = questions.mayDial({ number: '1' });
    due[0]!();
    assert.deepEqual([await alone, await later], ['nobody', 'silent']);
  });

  it('is asked again of a component that has only now begun to listen, with time to answer, and not for ever', async () => {
    const said: FromPhone[] = [];
    const questions = askComponents(timers, (message) => said.push(message));
    const hello = { type: 'hello', body: {} } as const;
    questions.spoke(hello);
    assert.equal(said.length, 0);
    const permission = questions.mayDial({ number: '1' });
    for (let times = 0; times < 9; times += 1) questions.spoke(hello);
    assert.deepEqual([said.length, new Set(said.map((_, index) => idOf(said, index))).size, due.length], [4, 1, 1]);
    questions.answered({ requestId: idOf(said, 3), isAllowed: false });
    assert.deepEqual([await permission, due.length], ['refused', 0]);
  });
});
