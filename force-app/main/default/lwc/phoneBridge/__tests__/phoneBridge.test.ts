import { createMessageContext, publish } from 'lightning/messageService';
import PHONE_CHANNEL from '@salesforce/messageChannel/RingdownPhone__c';
import { connectPhone, type PhoneMessage } from 'c/phoneBridge';

const context = createMessageContext();
const call = (callKey: string, state: string): object => ({
  type: 'interaction',
  body: {
    interaction: {
      callKey,
      interactionKey: 'i-1',
      channel: 'phone',
      direction: 'inbound',
      state,
      startedAt: '2026-11-21T10:00:00.000Z',
      talkSeconds: 0,
      holdSeconds: 0,
      attributes: {}
    }
  }
});

function listen(): { heard: PhoneMessage[]; close: () => void; types: () => string[] } {
  const heard: PhoneMessage[] = [];
  const { close } = connectPhone(context, (message) => heard.push(message));
  return { heard, close, types: () => heard.map(({ type }) => type) };
}

describe('c-phone-bridge', () => {
  it('asks the phone page for a snapshot', () => {
    const first = listen();
    const second = listen();
    // What the second asked, everybody heard.
    expect(first.types()).toContain('hello');
    first.close();
    second.close();
  });

  it('passes on what is ours and nothing else', () => {
    const { types, close } = listen();
    publish(context, PHONE_CHANNEL, call('k-1', 'ringing'));
    publish(context, PHONE_CHANNEL, { type: 'interaction', body: {} });
    publish(context, PHONE_CHANNEL, { hello: 'there' });
    expect(types().filter((type) => type !== 'hello')).toEqual(['interaction']);
    close();
  });

  it('tells a component that opens later what the phone said last, until the interaction is done', () => {
    const early = listen();
    publish(context, PHONE_CHANNEL, call('k-2', 'active'));
    publish(context, PHONE_CHANNEL, call('k-3', 'active'));
    publish(context, PHONE_CHANNEL, { type: 'wrap-up-done', body: { callKey: 'k-3' } });
    const late = listen();
    const keys = late.heard.flatMap((message) =>
      message.type === 'interaction' ? [message.body.interaction.callKey] : []
    );
    expect(keys).toContain('k-2');
    expect(keys).not.toContain('k-3');
    publish(context, PHONE_CHANNEL, call('k-2', 'done'));
    const last = listen();
    expect(JSON.stringify(last.heard)).not.toContain('k-2');
    [early, late, last].forEach(({ close }) => close());
  });

  it('forgets a failure when the phone is signed in again', () => {
    const early = listen();
    publish(context, PHONE_CHANNEL, { type: 'failure', body: { failure: { kind: 'offline' } } });
    publish(context, PHONE_CHANNEL, { type: 'session', body: { session: { state: 'signed-in' } } });
    const late = listen();
    expect(late.types()).not.toContain('failure');
    expect(late.types()).toContain('session');
    [early, late].forEach(({ close }) => close());
  });

  it('hears nothing after it is closed', () => {
    const { heard, close } = listen();
    close();
    const before = heard.length;
    publish(context, PHONE_CHANNEL, call('k-4', 'active'));
    expect(heard).toHaveLength(before);
  });
});
