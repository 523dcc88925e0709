import type { State } from '../states/state';
import { createMessageContext, publish, subscribe } from './lightning/messageService';

const channel = { channel: 'RingdownPhone__c' };

/** Resolves when the components have told the phone all of this, each as often as it stands here; what never comes is an error. */
export function toldPhone(types: readonly string[], patience = 20_000): Promise<void> {
  const left = [...types];
  if (left.length === 0) return Promise.resolve();
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new Error(`no component told the phone ${left.join()}`)), patience);
    subscribe(createMessageContext(), channel, (message) => {
      const at = left.indexOf((message as { readonly type?: string } | undefined)?.type ?? '');
      if (at >= 0) left.splice(at, 1);
      if (left.length > 0) return;
      clearTimeout(late);
      resolve();
    });
  });
}

/** Plays the phone page: answers every `hello`, and what else the state names, with what the state lets the phone say. */
export function playPhone(messages: NonNullable<State['phone']>): void {
  if (messages.length === 0) return;
  const context = createMessageContext();
  subscribe(context, channel, (message) => {
    const heard = (message as { readonly type?: string } | undefined)?.type;
    const answers = messages.filter(({ after = 'hello' }) => after === heard);
    // The answer of another page never comes in the same turn.
    queueMicrotask(() => answers.forEach(({ type, body }) => publish(context, channel, { type, body })));
  });
}
