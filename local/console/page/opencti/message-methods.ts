import { genericError, wrongParameter } from '../../opencti/api-errors';
import { failed, succeeded, type Subscription } from '../../opencti/wire';
import type { MessageLine } from '../components/component-host';
import type { Handler } from './host';

/** The message channels of the page, and those that the adapter hears. */
export type Channels = {
  readonly methods: Readonly<Record<string, Handler>>;
  /** The adapter is gone: it hears nothing more. */
  readonly forget: () => void;
};

/** Joins the adapter to the channels over which the components of the page speak; `tell` hands it what came. */
export function openChannels(
  line: () => Promise<MessageLine | undefined>,
  known: readonly string[],
  tell: (subscription: string, message: unknown) => void
): Channels {
  const open = new Map<string, () => void>();
  let last = 0;
  const unknown = (name: unknown) =>
    known.includes(String(name)) ? undefined : wrongParameter('channelName', `There is no channel ${String(name)}.`);
  return {
    methods: {
      publish: async ({ channelName, message }) => {
        const problem = unknown(channelName);
        if (problem) return failed(problem);
        const joined = await line();
        if (!joined) return failed(genericError());
        joined.publish(String(channelName), message as object);
        return succeeded();
      },
      subscribe: async ({ channelName }) => {
        const problem = unknown(channelName);
        if (problem) return failed(problem);
        const joined = await line();
        if (!joined) return failed(genericError());
        last += 1;
        const subscription: Subscription = { id: `subscription-${last}`, channelName: String(channelName) };
        open.set(
          subscription.id,
          joined.subscribe(subscription.channelName, (message) => tell(subscription.id, message))
        );
        return succeeded(null, { subscription });
      },
      unsubscribe: ({ subscription }) => {
        const { id = '' } = subscription as Partial<Subscription>;
        const end = open.get(id);
        if (!end) return failed(wrongParameter('subscription', 'It is none that subscribe gave.'));
        end();
        open.delete(id);
        return succeeded();
      }
    },
    forget: () => {
      for (const end of open.values()) end();
      open.clear();
    }
  };
}
