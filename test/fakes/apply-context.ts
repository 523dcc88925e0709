import type { ResolvedConfig } from '../../scripts/config/resolved-config';
import type { RingdownEvent } from '../../scripts/events';
import type { Org } from '../../scripts/org/org';
import type { ApplyContext } from '../../scripts/plan/apply-context';
import type { JournalEntry } from '../../scripts/plan/journal';
import { manualClock, type ManualClock } from './clock';
import { fakeOrg } from './org';

export type FakeApply = ApplyContext & {
  readonly clock: ManualClock;
  readonly entries: JournalEntry[];
  readonly events: RingdownEvent[];
};

/** What a step of apply is handed, with an org in memory, a clock that jumps and a journal in an array. */
export function fakeApply(org: Partial<Org>, signal = new AbortController().signal): FakeApply {
  const entries: JournalEntry[] = [];
  const events: RingdownEvent[] = [];
  return {
    org: fakeOrg(org),
    config: emptyConfig,
    clock: manualClock(),
    emit: (event) => events.push(event),
    signal,
    journal: {
      write: (entry) => entries.push(entry),
      openDeploy: () => undefined,
      knownDeploys: () => new Set(),
      openRun: () => undefined,
      lastWrite: () => 0
    },
    wait: 10,
    entries,
    events
  };
}

export const emptyConfig: ResolvedConfig = {
  file: 'config/ringdown.yaml',
  apiVersion: '67.0',
  org: { name: 'uat', kind: 'sandbox', login: { kind: 'local' } },
  callCenters: [],
  packages: [],
  permissionSets: [],
  users: { callCenters: [], moveUsers: false },
  trustedSites: [],
  personSteps: [],
  origins: []
};
