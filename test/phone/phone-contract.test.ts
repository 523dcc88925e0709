import assert from 'node:assert/strict';
import { servePhone } from '../../local/phone/serve-phone';
import { createSimulatedPhone } from '../../web/phone/drivers/simulated/simulated-phone';
import { describePhone } from './phone-contract';
import { signTicket } from './phone-ticket';

const ticketSecret = 'a secret of this test';

describePhone('the one on this computer', async () => {
  const system = await servePhone({ ticketSecret });
  const org = system.org('o');
  org.addAgent('ada', { name: 'Ada', queues: ['Support'] });
  org.addAgent('bob', { name: 'Bob', queues: ['Support'] });
  org.addAgent('sue', { name: 'Sue', isSupervisor: true });
  const control = async (method: string, path: string, body: object): Promise<void> => {
    const response = await fetch(`${system.control}/__local${path}`, { method, body: JSON.stringify(body) });
    assert.equal(response.status, 200, await response.text());
  };
  return {
    phoneOf: (agentId) =>
      createSimulatedPhone({
        ticket: () =>
          Promise.resolve({
            url: system.url,
            ticket: signTicket(ticketSecret, { sub: agentId, org: 'o', aud: system.url, exp: Date.now() / 1000 + 60 })
          })
      }),
    comesIn: (agent, channel) =>
      control('POST', '/orgs/o/interactions', { channel, from: '+442079460958', to: '+442079460000', agent }),
    previews: (agent) =>
      control('POST', '/orgs/o/interactions', {
        channel: 'phone',
        dialer: 'preview',
        from: '+442079460480',
        to: '+442079460000',
        agent
      }),
    customer: (callId, action) => control('POST', `/orgs/o/calls/${callId}/customer`, { action, text: 'Hello' }),
    thirdParty: (callId, legId, action) => control('POST', `/orgs/o/calls/${callId}/legs/${legId}`, { action }),
    setPresence: (agentId, presenceId) => control('POST', `/orgs/o/agents/${agentId}/presence`, { presenceId }),
    message: (agentId, text) => control('POST', `/orgs/o/agents/${agentId}/message`, { text }),
    audio: (callId, statistics) =>
      control('POST', `/orgs/o/calls/${callId}/audio`, statistics === 'ended' ? { ended: true } : statistics),
    refuse: (code) => control('PUT', '/faults', code === undefined ? {} : { refuse: { command: '*', code } }),
    dropConnections: () => control('PUT', '/faults', { dropConnections: true }),
    signOut: (agentId) => control('POST', `/orgs/o/agents/${agentId}/sign-out`, {}),
    end: system.stop
  };
});
