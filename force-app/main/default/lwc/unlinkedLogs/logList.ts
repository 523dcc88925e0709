import { askForLogs } from './askForLogs';
import type { UnlinkedLog } from './unlinkedLog';

/** What of the list is known. */
export type ListState = {
  readonly logs: readonly UnlinkedLog[];
  readonly hasMore: boolean;
  readonly isLoading: boolean;
  readonly failure?: unknown;
};

/** The rep's logs that are about nobody yet, as the org has them. */
export type LogList = {
  /** Asks anew for as many as are shown; the newest question is answered. */
  load(): Promise<void>;
  /** Shows older ones too. */
  more(): Promise<void>;
};

const page = 10;
/** Older ones come forward as the newer are linked. */
const most = 200;

/** Opens the list; it is empty until it is loaded. */
export function openLogList(changed: (state: ListState) => void): LogList {
  let state: ListState = { logs: [], hasMore: false, isLoading: false };
  let wanted = page;
  let asked = 0;

  const show = (change: Partial<ListState>): void => {
    state = { ...state, ...change };
    changed(state);
  };

  async function load(): Promise<void> {
    const question = (asked += 1);
    show({ isLoading: true });
    try {
      // One more than is shown tells whether there are more.
      const found = await askForLogs(wanted + 1);
      if (question !== asked) return;
      const hasMore = found.length > wanted && wanted < most;
      show({ logs: found.slice(0, wanted), hasMore, isLoading: false, failure: undefined });
    } catch (failure) {
      if (question === asked) show({ isLoading: false, failure });
    }
  }

  return {
    load,
    more: () => {
      wanted = Math.min(most, wanted + page);
      return load();
    }
  };
}
