import assert from 'node:assert/strict';
import { playOrg } from './played-org';

describe('the presence of an agent', () => {
  it('follows calls and comes back when the last one is wrapped up', async () => {
    const played = playOrg();
    played.act('ada', 'set-presence', { presenceId: 'available' });
    await played.comesIn({ agent: 'ada' });
    assert.equal(played.presenceOf('ada'), 'available', 'they may decline');
    played.act('ada', 'accept');
    assert.equal(played.presenceOf('ada'), 'busy');
    played.act('ada', 'end');
    assert.equal(played.presenceOf('ada'), 'busy');
    played.act('ada', 'finish-wrap-up');
    assert.equal(played.presenceOf('ada'), 'available');
  });

  it('that was chosen for after the call comes then, the last choice wins, and at once without a call', async () => {
    const played = playOrg();
    played.act('ada', 'set-presence', { presenceId: 'available' });
    await played.comesIn({ agent: 'ada' });
    played.act('ada', 'accept');
    played.act('ada', 'set-presence', { presenceId: 'break', when: 'after-call' });
    played.act('ada', 'set-presence', { presenceId: 'lunch', when: 'after-call' });
    assert.equal(played.presenceOf('ada'), 'busy');
    played.act('ada', 'end');
    played.act('ada', 'finish-wrap-up');
    assert.equal(played.presenceOf('ada'), 'lunch');
    played.act('ada', 'set-presence', { presenceId: 'available', when: 'after-call' });
    assert.equal(played.presenceOf('ada'), 'available');
  });

  it('is never available during a call, and is that afterwards', async () => {
    const played = playOrg();
    await played.comesIn({ agent: 'ada' });
    played.act('ada', 'accept');
    assert.equal(played.presenceOf('ada'), 'break', 'a call does not change a break');
    played.act('ada', 'set-presence', { presenceId: 'available' });
    assert.equal(played.presenceOf('ada'), 'busy');
    played.act('ada', 'end');
    played.act('ada', 'finish-wrap-up');
    assert.equal(played.presenceOf('ada'), 'available');
  });

  it('is told to the agent with who changed it, and to the others', () => {
    const played = playOrg();
    played.act('ada', 'set-presence', { presenceId: 'lunch' });
    played.org.setPresence('ada', 'offline');
    const told = played
      .events('ada')
      .flatMap((event) => (event.type === 'presence' ? [[event.presence.id, event.by]] : []));
    assert.deepEqual(told, [
      ['lunch', 'rep'],
      ['offline', 'phone-system']
    ]);
    const others = played.org.snapshot('bob').others.find(({ agent }) => agent.agentId === 'ada');
    assert.equal(others?.presence.id, 'offline');
  });
});
