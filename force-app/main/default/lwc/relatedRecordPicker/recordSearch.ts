import search from '@salesforce/apex/RelatedRecords.search';
import { debounce } from './debounce';
import { searchResults, type ResultGroup } from './searchResults';

const typingPause = 300;

/** Asks the org for records; only the newest question is answered. */
export type RecordSearch = {
  /** Asks when the rep stops typing. */
  later(term: string): void;
  now(term: string): void;
  /** Nobody waits for an answer any more. */
  stop(): void;
};

/** A search that tells when it asks and what came of it. */
export function recordSearch(events: {
  readonly asking: () => void;
  readonly found: (groups: readonly ResultGroup[]) => void;
  readonly failed: (failure: unknown) => void;
}): RecordSearch {
  const typing = debounce(typingPause);
  /** Counts the questions, so that an answer that comes late is recognised. */
  let asked = 0;

  async function ask(term: string): Promise<void> {
    asked += 1;
    const mine = asked;
    events.asking();
    try {
      const groups = searchResults(await search({ term }));
      if (mine === asked) events.found(groups);
    } catch (failure) {
      if (mine === asked) events.failed(failure);
    }
  }

  return {
    later: (term) => {
      asked += 1;
      typing.start(() => {
        void ask(term);
      });
    },
    now: (term) => {
      void ask(term);
    },
    stop: () => {
      asked += 1;
      typing.cancel();
    }
  };
}
