import type { State } from '../states/state';
import { createMessageContext, publish, subscribe } from './lightning/messageService';

const channel = { channel: 'RingdownPhone__c' };

/**
 * Plays the Aura component omniPresence over an Omni-Channel of its own: nothing here runs Aura. What it says and when follows the
 * toolkit's pages in the Console Developer Guide (README.md names them).
 */
export function playOmniChannel(given: State['omni']): void {
  if (given === undefined) return;
  const context = createMessageContext();
  let status = given.statusId;
  const say = (type: string, body: object): void => publish(context, channel, { type, body });
  const sayStatus = (): void => say('omni-status', status === undefined ? {} : { statusId: status });
  subscribe(context, channel, (message) => {
    const { type, body } = (message ?? {}) as {
      readonly type?: string;
      readonly body?: { readonly statusId?: string };
    };
    // The toolkit answers by promises: never in the same turn.
    queueMicrotask(() => {
      if (type === 'omni-hello') {
        if (given.isAbsent) return say('omni-absent', {});
        sayStatus();
        if (given.loggedOutFor !== undefined) say('omni-logged-out', { reason: given.loggedOutFor });
      } else if (type === 'omni-set-status') {
        if (given.refusal !== undefined) return say('omni-refused', { detail: given.refusal });
        status = body?.statusId;
        sayStatus();
      } else if (type === 'omni-log-out') {
        status = undefined;
        sayStatus();
      }
      return undefined;
    });
  });
}
