import { appendFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';

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
  | { readonly event: 'run-finished'; readonly outcome: string };

export type Journal = {
  /** Written to disk before it returns, so that a killed run leaves its trace. */
  write(entry: JournalEntry): void;
  /** The deploy that an earlier run posted and never saw the end of. */
  openDeploy(): string | undefined;
};

/** Opens the append-only journal of one org: one JSON object a line, with the time; no secret ever goes in. */
export function openJournal(path: string, now: () => number): Journal {
  return {
    write: (entry) => {
      mkdirSync(dirname(path), { recursive: true });
      appendFileSync(path, `${JSON.stringify({ at: new Date(now()).toISOString(), ...entry })}\n`);
    },
    openDeploy: () => {
      const entries = readEntries(path);
      const posted = entries.filter((entry) => entry.event === 'deploy-posted').at(-1);
      if (posted === undefined) return undefined;
      const finished = entries.some((entry) => entry.event === 'deploy-finished' && entry.deployId === posted.deployId);
      return finished ? undefined : posted.deployId;
    }
  };
}

function readEntries(path: string): readonly JournalEntry[] {
  if (!existsSync(path)) return [];
  return readFileSync(path, 'utf8').split('\n').flatMap(readLine);
}

/** A run that was killed while it wrote may leave half a line, which says nothing. */
function readLine(line: string): readonly JournalEntry[] {
  if (!line.endsWith('}')) return [];
  return [JSON.parse(line) as JournalEntry];
}
