import type { Clock } from 'c/callLogCore';
import type { Sendable } from './logAddition';
import type { Sent } from './sendCallLog';
import type { Store } from './store';

/** What an outbox stands in. */
export type OutboxWorld = {
  /** One for each user: nobody sends what another wrote. */
  readonly name: string;
  readonly store: Store;
  /** Brings a log into the org, or adds to it; settles in any case, also when the org never answers. */
  readonly send: (item: Sendable) => Promise<Sent>;
  readonly locks: LockManager | undefined;
  readonly openChannel: (() => BroadcastChannel) | undefined;
  readonly clock: Clock;
  readonly random: () => number;
  /** Calls back when the network or the person returns; the answer ends it. */
  readonly onReturn: (callback: () => void) => () => void;
  /** Calls back when another tab's rows have reached localStorage here, which may be after its message; the answer ends it. */
  readonly onStored: (callback: () => void) => () => void;
  /** Calls back when the page is left; a browser may keep it, asleep, and with it whatever it holds. */
  readonly onLeave: (callback: () => void) => () => void;
};
