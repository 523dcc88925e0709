// Really routes, which the stub of sfdx-lwc-jest does not. Everything published on a channel reaches its subscribers at once.
import { createTestWireAdapter } from '@salesforce/wire-service-jest-util';

const listeners = new Map();
const nameOf = (channel) => channel?.channel ?? channel?.default ?? String(channel);

export const APPLICATION_SCOPE = Symbol('APPLICATION_SCOPE');
export const MessageContext = createTestWireAdapter(jest.fn());
export const createMessageContext = jest.fn(() => ({}));
export const releaseMessageContext = jest.fn();

export const publish = jest.fn((_context, channel, message) => {
  for (const listener of [...(listeners.get(nameOf(channel)) ?? [])]) listener(message);
});

export const subscribe = jest.fn((_context, channel, listener) => {
  const name = nameOf(channel);
  if (!listeners.has(name)) listeners.set(name, new Set());
  listeners.get(name).add(listener);
  return { name, listener };
});

export const unsubscribe = jest.fn((subscription) => {
  listeners.get(subscription?.name)?.delete(subscription.listener);
});
