import { appendFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { writing } from './writable';

export type JournalEntry =
  | { readonly event: 'run-started'; readonly fingerprint: string }
  | { readonly event: 'install-about-to-post'; readonly packageVersionId: string }
  | { readonly event: 'install-posted'; readonly packageVersionId: string; readonly requestId: string }
  | { readonly event: 'install-finished'; readonly requestId: string; readonly status: string }
  | { readonly event: 'deploy-about-to-post'; readonly components: readonly string[] }
  | { readonly event: 'deploy-posted'; readonly deployId: string }
  | { readonly event: 'deploy-finished'; readonly deployId: string; readonly status: string }
  | { readonly event: 'records-about-to-write'; readonly count: number }
  | { readonly event: 'records-written'; readonly ok: number; readonly refused: number }
  | { readonly event: 'key-about-to-create'; readonly callCenter: string }
  | {
      readonly event: 'key-created' | 'key-activated' | 'key-removed';
      readonly callCenter: string;
      readonly keyId: string;
    }
  | { readonly event: 'run-finished'; readonly outcome: string };

export type Journal = {
  /** Written to disk before it returns, so that a killed run leaves its trace. */
  write(entry: JournalEntry): void;
  /** The deploy that an earlier run never saw the end of: its id, or only when it was posted. */
  openDeploy(): OpenDeploy | undefined;
  /** Ids of all deploys that runs from here posted. */
  knownDeploys(): ReadonlySet<string>;
  /** Fingerprint of the plan whose run never ended. */
  openRun(): string | undefined;
  /** When the last entry was written, in milliseconds since 1970; 0 when there is none. */
  lastWrite(): number;
};

export type OpenDeploy = { readonly deployId: string } | { readonly postedAfter: number };

/** Opens the append-only journal of one org: one JSON object a line, with the time; no secret ever goes in. */
export function openJournal(path: string, now: () => number): Journal {
  return {
    write: (entry) => {
      const line = JSON.stringify({ at: new Date(now()).toISOString(), ...entry });
      // A new line first: what follows a line that was cut short is still readable.
      writing(path, () => {
        mkdirSync(dirname(path), { recursive: true });
        appendFileSync(path, `\n${line}`);
      });
    },
    openDeploy: () => {
      const last = readEntries(path).findLast(({ event }) => event.startsWith('deploy-'));
      if (last?.event === 'deploy-posted') return { deployId: last.deployId };
      return last?.event === 'deploy-about-to-post' ? { postedAfter: Date.parse(last.at) } : undefined;
    },
    knownDeploys: () =>
      new Set(readEntries(path).flatMap((entry) => (entry.event === 'deploy-posted' ? [entry.deployId] : []))),
    openRun: () => {
      const last = readEntries(path).findLast(({ event }) => event.startsWith('run-'));
      return last?.event === 'run-started' ? last.fingerprint : undefined;
    },
    lastWrite: () => Date.parse(readEntries(path).at(-1)?.at ?? '') || 0
  };
}

type DatedEntry = JournalEntry & { readonly at: string };

function readEntries(path: string): readonly DatedEntry[] {
  if (!existsSync(path)) return [];
  return readFileSync(path, 'utf8').split('\n').flatMap(readLine);
}

/** A run that was killed while it wrote may leave half a line, which says nothing. */
function readLine(line: string): readonly DatedEntry[] {
  try {
    return [JSON.parse(line) as DatedEntry];
  } catch {
    return []; // cut short, or the empty end of the file
  }
}
