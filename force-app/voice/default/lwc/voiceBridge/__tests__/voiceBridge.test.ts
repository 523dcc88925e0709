import { createElement } from 'lwc';
import { createMessageContext, publish, releaseMessageContext, subscribe } from 'lightning/messageService';
import PHONE_CHANNEL from '@salesforce/messageChannel/RingdownPhone__c';
import VoiceBridge from 'c/voiceBridge';

type Bridge = HTMLElement & {
  handleMessage?: (message: unknown) => void;
  publishMessage: (message: unknown) => void;
};

const context = createMessageContext();
const session = { type: 'session', body: { session: { state: 'signed-in' } } };
const dial = { type: 'dial', body: { number: '+442079460958' } };

function open(): { bridge: Bridge; given: unknown[]; onChannel: unknown[] } {
  const bridge = createElement('c-voice-bridge', { is: VoiceBridge }) as Bridge;
  const [given, onChannel]: [unknown[], unknown[]] = [[], []];
  bridge.handleMessage = (message) => given.push(message);
  document.body.appendChild(bridge);
  subscribe(context, PHONE_CHANNEL, (message: unknown) => onChannel.push(message));
  return { bridge, given, onChannel };
}

describe('c-voice-bridge', () => {
  afterEach(() => {
    document.body.replaceChildren();
    (releaseMessageContext as jest.Mock).mockClear();
  });

  it('gives the components what the connector says, and does not hear it back', () => {
    const { bridge, given, onChannel } = open();
    bridge.publishMessage(session);
    expect(onChannel).toEqual([session]);
    expect(given).toEqual([]);
  });

  it('gives the connector what components say', () => {
    const { given } = open();
    publish(context, PHONE_CHANNEL, dial);
    expect(given).toEqual([dial]);
  });

  it('takes from neither side what only the other may say, nor what is none of our messages', () => {
    const { bridge, given, onChannel } = open();
    bridge.publishMessage(dial);
    bridge.publishMessage({ type: 'session', body: {} });
    bridge.publishMessage(null);
    expect(onChannel).toEqual([]);
    publish(context, PHONE_CHANNEL, session);
    publish(context, PHONE_CHANNEL, { source: 'CONNECTOR', payload: session });
    expect(given).toEqual([]);
  });

  it('holds back what components say until the connector is there, the newest fifty', () => {
    const bridge = createElement('c-voice-bridge', { is: VoiceBridge }) as Bridge;
    document.body.appendChild(bridge);
    for (let number = 0; number < 60; number += 1)
      publish(context, PHONE_CHANNEL, { type: 'dial', body: { number: `${number}` } });
    const given: { body: { number: string } }[] = [];
    bridge.handleMessage = (message) => given.push(message as { body: { number: string } });
    expect(given.map(({ body }) => body.number)).toEqual(Array.from({ length: 50 }, (_, place) => `${place + 10}`));
    expect(bridge.handleMessage).toBeDefined();
    bridge.handleMessage = (message) => given.push(message as { body: { number: string } });
    expect(given).toHaveLength(50);
  });

  it('hears and says nothing after it is taken away', () => {
    const { bridge, given, onChannel } = open();
    bridge.remove();
    bridge.publishMessage(session);
    publish(context, PHONE_CHANNEL, dial);
    expect(given).toEqual([]);
    expect(onChannel).toEqual([dial]);
    expect(releaseMessageContext).toHaveBeenCalledTimes(1);
  });

  it('shows nothing and is accessible', async () => {
    const { bridge } = open();
    expect(bridge.shadowRoot?.childElementCount ?? 0).toBe(0);
    await expect(bridge).toBeAccessible();
  });
});
