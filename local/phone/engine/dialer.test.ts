import assert from 'node:assert/strict';
import { playOrg } from './played-org';

const campaign = { channel: 'phone', from: '+442079460301', to: '+442079460000', agent: 'ada' } as const;

describe('a campaign', () => {
  it('lets the agent look at a number first, and calls it when they accept', async () => {
    const played = playOrg();
    await played.org.comeIn({ ...campaign, dialer: 'preview' });
    const offered = played.callOf('ada');
    assert.deepEqual([offered.state, offered.direction, offered.dialer], ['ringing', 'callback', 'preview']);
    assert.equal(played.leg('ada', 'customer').state, 'ringing');
    assert.equal(played.act('ada', 'accept').state, 'dialing');
    played.clock.pass(300);
    assert.equal(played.callOf('ada').state, 'connected');
    played.act('ada', 'end');
    assert.deepEqual(
      played.reports.map(({ event, callOrigin }) => [event, callOrigin]),
      [
        ['started', 'Preview'],
        ['ended', 'Preview']
      ]
    );
  });

  it('calls nobody when the agent declines', async () => {
    const played = playOrg();
    await played.org.comeIn({ ...campaign, dialer: 'preview' });
    played.act('ada', 'decline');
    played.clock.pass(5000);
    assert.deepEqual(played.callsOf('ada'), []);
    assert.ok(!played.changes('ada').includes('dialing'));
  });

  it('that dialled already rings like any call, under its own origin', async () => {
    const played = playOrg();
    await played.org.comeIn({ ...campaign, dialer: 'progressive' });
    const { direction, dialer } = played.callOf('ada');
    assert.deepEqual([direction, dialer, played.reports[0]?.callOrigin], ['inbound', 'progressive', 'Progressive']);
    assert.equal(played.leg('ada', 'customer').state, 'connected');
  });

  it('dials phones only', async () => {
    const played = playOrg();
    await assert.rejects(played.org.comeIn({ ...campaign, channel: 'chat', dialer: 'preview' }), {
      code: 'bad-request'
    });
  });
});
