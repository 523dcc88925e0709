import { deployCallPackage } from '../../local/org/testing/call-package';
import type { ListedFinding } from '../../scripts/resources/call-logs/reconciliation';
import { ownCallCenter } from './config';
import { openWorkspace, type Workspace, type WorkspaceOptions } from './workspace';

export type Counts = Readonly<Record<string, number>>;

export type Ran = {
  readonly code: number;
  readonly counts: Counts;
  readonly findings: readonly ListedFinding[];
  readonly data: Readonly<Record<string, unknown>>;
};

type Row = Readonly<Record<string, unknown>>;

/** A workspace whose org has call logs, and an export of the phone system beside the configuration. */
export type CallsWorkspace = Workspace & {
  reconcile(...args: readonly string[]): Promise<Ran>;
  /** Id of the user whose username begins so. */
  userId(username: string): string;
  /** Tasks with a call key. */
  logs(): readonly Row[];
  /** Keeps a whole log of Priya's, but for these fields; its id. */
  log(key: string, fields?: Row): string;
};

/** No test is older than a day, for Salesforce archives what is. */
export const yesterday = new Date(Date.now() - 86_400_000).toISOString().slice(0, 10);

const header = 'Call Key,Agent,Channel,Direction,From,To,Queue,Started,Answered,Ended,Outcome,Recording,Vendor Call ID';

/** A call of three minutes that Priya took yesterday. */
export const row = (key: string, agent = 'priya.raman@example.com', recording = ''): string =>
  `${key},${agent},Phone,Inbound,+14155550100,+18005550100,Support,${yesterday}T10:00:00Z,${yesterday}T10:00:05Z,${yesterday}T10:03:05Z,Answered,${recording},v-${key}`;

/** The text of an export. */
export const file = (...rows: readonly string[]): string => `${[header, ...rows].join('\n')}\n`;

/** An org with our call-log fields, or without, and this export as calls.csv. */
export async function openCalls(
  text: string,
  given: Partial<WorkspaceOptions> & { readonly hasPackage?: boolean } = {}
): Promise<CallsWorkspace> {
  const config = ownCallCenter({ more: 'ringdown: { source: force-app }' });
  const workspace = await openWorkspace({ config, ...given });
  const { data } = workspace.org;
  if (given.hasPackage !== false) deployCallPackage(data);
  workspace.write('calls.csv', text);
  const userId = (username: string): string =>
    String(data.rows('User').find(({ Username }) => String(Username).startsWith(username))?.['Id']);
  return {
    ...workspace,
    userId,
    reconcile: async (...args) => {
      const run = await workspace.run('logs', 'reconcile', '--org', 'uat', '--export', 'calls.csv', ...args);
      const { counts, findings } = run.data as { counts: Counts; findings: readonly ListedFinding[] };
      return { code: run.exitCode, counts, findings, data: run.data };
    },
    logs: () => data.rows('Task').filter(({ CallKey__c }) => typeof CallKey__c === 'string'),
    log: (key, fields = {}) => {
      const whole = {
        CallKey__c: key,
        Subject: 'Call',
        Status: 'Completed',
        IsClosed: true,
        OwnerId: userId('priya.raman'),
        AnsweredAt__c: `${yesterday}T10:00:05.000+0000`,
        EndedAt__c: `${yesterday}T10:03:05.000+0000`,
        Outcome__c: 'Answered'
      };
      return String(data.insert('Task', { ...whole, ...fields })['Id']);
    }
  };
}
