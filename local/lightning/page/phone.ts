import type { State } from '../states/state';
import { createMessageContext, publish, subscribe } from './lightning/messageService';

const channel = { channel: 'RingdownPhone__c' };

/** Plays the phone page: answers every `hello` on the channel with what the state lets the phone say. */
export function playPhone(messages: NonNullable<State['phone']>): void {
  if (messages.length === 0) return;
  const context = createMessageContext();
  subscribe(context, channel, (message) => {
    if ((message as { readonly type?: string } | undefined)?.type !== 'hello') return;
    // The answer of another page never comes in the same turn.
    queueMicrotask(() => messages.forEach((each) => publish(context, channel, each)));
  });
}
