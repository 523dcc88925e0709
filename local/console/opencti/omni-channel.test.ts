import assert from 'node:assert/strict';
import { makeOmniDesk, type OmniDesk } from './omni-channel';

const available = { id: '0N5000000000001AAA', apiName: 'Available', label: 'Available' };
const onBreak = { id: '0N5000000000003AAA', apiName: 'OnBreak', label: 'On Break' };

describe('Omni-Channel of a rep in the app of Open CTI', () => {
  let desk: OmniDesk;
  let events: [string, unknown][];
  beforeEach(() => {
    desk = makeOmniDesk([available, onBreak], 5);
    events = [];
    desk.onEvent((name, params) => void events.push([name, params]));
  });

  it('logs in who is logged out with the first status, and says each change once', async () => {
    const told = { statusId: onBreak.id, statusApiName: 'OnBreak', statusName: 'On Break', channels: '[]' };
    assert.deepEqual(await desk.toolkit['setServicePresenceStatus']?.({ statusId: onBreak.id.slice(0, 15) }), told);
    await desk.toolkit['setServicePresenceStatus']?.({ statusId: onBreak.id });
    assert.deepEqual(events, [
      ['omniChannelLoginSuccess', { statusId: onBreak.id }],
      ['omniChannelStatusChanged', told]
    ]);
    assert.equal(desk.state().status?.apiName, 'OnBreak');
  });

  it('rejects a status that the rep may not have and leaves them as they are', async () => {
    assert.equal(await desk.toolkit['login']?.({ statusId: available.id }), true);
    desk.allow('OnBreak', false);
    await assert.rejects(desk.toolkit['setServicePresenceStatus']!({ statusId: onBreak.id }), /no access/);
    await assert.rejects(desk.toolkit['setServicePresenceStatus']!({ statusId: '0N5000000000009AAA' }), /no presence/);
    assert.equal(desk.choose(onBreak.id), false);
    assert.deepEqual(desk.choices(), [available]);
    assert.equal(desk.state().status?.apiName, 'Available');
    desk.allow('OnBreak', true);
    assert.equal(desk.choose(onBreak.id), true);
  });

  it('has no status for who is logged out, and gives the reason when it was not the rep', async () => {
    await assert.rejects(desk.toolkit['getServicePresenceStatusId']!());
    desk.choose(available.id);
    desk.leave('OmniSupervisorLogout');
    desk.leave();
    assert.equal(desk.state().status, undefined);
    assert.deepEqual(events.at(-1), ['omniChannelLogout', { reason: 'OmniSupervisorLogout' }]);
    desk.choose(available.id);
    assert.equal(await desk.toolkit['logout']?.(), true);
    assert.deepEqual(events.at(-1), ['omniChannelLogout', {}]);
  });

  it('tells how much work the rep has', async () => {
    desk.load(2);
    assert.deepEqual(await desk.toolkit['getAgentWorkload']?.(), {
      ...{ configuredCapacity: 5, currentWorkload: 2 },
      ...{ configuredInterruptibleCapacity: 0, currentInterruptibleWorkload: 0 }
    });
    assert.equal(events.at(-1)?.[0], 'omniChannelWorkloadChanged');
  });
});
