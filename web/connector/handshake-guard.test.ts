import assert from 'node:assert/strict';
import { guardHandshake, mayPass, type Arrival } from './handshake-guard';

const host = { name: 'the window that frames the connector' };
const own = ['https://acme.lightning.force.com'];
const setUp: Arrival = {
  data: { type: 'SETUP_CONNECTOR', connectorConfig: { userId: '005000000000001AAA' } },
  origin: 'https://acme.lightning.force.com',
  source: host,
  ports: ['port']
};

describe('the guard of the handshake', () => {
  it('lets Salesforce set the connector up', () => assert.equal(mayPass(setUp, host, own), true));

  const stopped: Record<string, Partial<Arrival>> = {
    'without data': { data: null },
    'that is text': { data: 'SETUP_CONNECTOR' },
    'without a port': { ports: [] },
    'with two ports': { ports: ['one', 'two'] },
    'without a configuration': { data: { type: 'SETUP_CONNECTOR' } },
    'whose configuration is a list': { data: { type: 'SETUP_CONNECTOR', connectorConfig: [] } },
    'from another org of Salesforce': { origin: 'https://other.lightning.force.com' },
    'from another host': { origin: 'https://evil.test' },
    'from another window of the right origin': { source: { name: 'a sibling frame' } },
    'from the page itself': { origin: 'https://voice.ringdown.test', source: undefined }
  };
  for (const [what, changes] of Object.entries(stopped))
    it(`stops a message ${what}`, () => assert.equal(mayPass({ ...setUp, ...changes }, host, own), false));

  it('stops an origin that the org lists but the SDK would refuse, for the SDK would stop listening', () => {
    const listed = 'https://console.example.com';
    assert.equal(mayPass({ ...setUp, origin: listed }, host, [listed]), false);
  });

  it('lets one set-up through, and none after it: the second would take its port', () => {
    let hear: ((event: MessageEvent) => void) | undefined;
    const parent = host;
    const window = { parent, addEventListener: (_: string, listener: typeof hear) => void (hear = listener) };
    guardHandshake(window as unknown as Window, own);
    const isStopped = (changes: Partial<Arrival> = {}): boolean => {
      let stopped = false;
      const event = { ...setUp, ...changes, stopImmediatePropagation: () => (stopped = true) };
      hear?.(event as unknown as MessageEvent);
      return stopped;
    };
    assert.equal(isStopped({ origin: 'https://evil.test' }), true);
    assert.equal(isStopped(), false);
    assert.equal(isStopped(), true);
    assert.equal(isStopped({ data: { type: 'other' } }), false);
  });

  it('leaves alone what is no set-up', () => {
    assert.equal(mayPass({ ...setUp, data: { type: 'other' }, origin: 'https://evil.test' }, host, own), true);
  });
});
