import assert from 'node:assert/strict';
import { servePhone, type RunningPhone } from '../../local/phone/serve-phone';
import { createSimulatedPhone } from '../../web/phone/drivers/simulated/simulated-phone';
import { type PhoneEvent } from '../../web/phone/phone';
import { signTicket } from './phone-ticket';

const ticketSecret = 'a secret of this test';

describe('the driver of the phone system on this computer', () => {
  let system: RunningPhone;
  before(async () => {
    system = await servePhone({ ticketSecret });
  });
  after(() => system.stop());

  it('connects, hears a call come in and takes it', async () => {
    const phone = createSimulatedPhone({
      ticket: async () => ({
        url: system.url,
        ticket: signTicket(ticketSecret, { sub: 'ada', org: 'o', exp: Date.now() / 1000 + 60 })
      })
    });
    const { agent } = await phone.connect();
    assert.equal(agent.agentId, 'ada');
    const offered = new Promise<PhoneEvent>((resolve) =>
      phone.subscribe((event) => event.type === 'call' && event.change === 'offered' && resolve(event))
    );
    await system.org('o').comeIn({ channel: 'phone', from: '+442079460958', to: '+442079460000', agent: 'ada' });
    const event = await offered;
    assert.ok(event.type === 'call');
    const call = await phone.accept(event.call.callId);
    assert.equal(call.state, 'connected');
    assert.deepEqual(phone.snapshot().calls, [call]);
    await phone.disconnect();
  });
});
