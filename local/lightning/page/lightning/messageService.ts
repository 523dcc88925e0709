import { happened } from '../happenings';
import { wireAdapter } from '../wire-adapter';

type Channel = { readonly channel: string };
type Listener = (message: unknown) => void;
type Subscription = { readonly channel: string; readonly listener: Listener };
type Context = object;

export const APPLICATION_SCOPE = Symbol('APPLICATION_SCOPE');

const subscriptions = new Set<Subscription>();
const contexts = new Set<Context>();

/** Gives each component the context in which it publishes and subscribes. */
export const MessageContext = wireAdapter<object, Context | undefined>(undefined, (_config, emit) => {
  const context = createMessageContext();
  emit(context);
  return () => releaseMessageContext(context);
});

export function createMessageContext(): Context {
  const context = {};
  contexts.add(context);
  return context;
}

export function releaseMessageContext(context: Context): void {
  contexts.delete(context);
}

/** Every subscriber of the page hears it, the one that publishes too. Messages are copied, as between DOM, Aura and Visualforce. */
export function publish(context: Context, { channel }: Channel, message?: object): void {
  check(context, 'publish');
  happened('message', { channel, message });
  for (const { listener } of [...subscriptions].filter((each) => each.channel === channel))
    listener(structuredClone(message));
}

export function subscribe(context: Context, { channel }: Channel, listener: Listener): Subscription {
  check(context, 'subscribe');
  const subscription = { channel, listener };
  subscriptions.add(subscription);
  return subscription;
}

export function unsubscribe(subscription: Subscription | null | undefined): void {
  if (subscription) subscriptions.delete(subscription);
}

function check(context: Context | undefined, what: string): void {
  if (context === undefined || !contexts.has(context))
    throw new Error(`${what} needs a message context that is not released`);
}
