import assert from 'node:assert/strict';
import { type Stage } from './stage';
import { until } from './until';

/** A log of a call, chat or voicemail, whichever way the bridge keeps it. */
export type Log = {
  readonly object: 'Task' | 'VoiceCall';
  readonly id: string;
  /** The same for all legs of one conversation; of Tasks alone. */
  readonly interactionKey?: string;
  readonly ownerId: string;
  readonly about?: string;
  readonly outcome?: string;
  readonly text?: string;
  /** Says when it began and ended. */
  readonly isComplete: boolean;
};

const taskFields =
  'Id, OwnerId, WhoId, CallKey__c, InteractionKey__c, CallDisposition, Description, StartedAt__c, EndedAt__c, Status';

/** Every log of the scenario so far. */
export async function logsOf({ org, before }: Pick<Stage, 'org' | 'before'>): Promise<readonly Log[]> {
  const tasks = await org.query(`SELECT ${taskFields} FROM Task WHERE CallKey__c != null ORDER BY CreatedDate, Id`);
  const calls = await org.query(
    'SELECT Id, OwnerId, CallDisposition, CallStartDateTime, CallEndDateTime FROM VoiceCall ORDER BY CreatedDate, Id'
  );
  return [
    ...tasks.map((row): Log => ({
      ...{ object: 'Task', id: row.Id, ownerId: text(row.OwnerId), interactionKey: text(row.InteractionKey__c) },
      ...{ about: text(row.WhoId), outcome: text(row.CallDisposition), text: text(row.Description) },
      isComplete: row.Status === 'Completed' && row.StartedAt__c !== null && row.EndedAt__c !== null
    })),
    ...calls
      .filter(({ Id }) => !before.has(Id))
      .map((row): Log => ({
        ...{ object: 'VoiceCall', id: row.Id, ownerId: text(row.OwnerId) },
        isComplete:
          row.CallDisposition === 'completed' && row.CallStartDateTime !== null && row.CallEndDateTime !== null
      }))
  ];
}

/** Waits until there are so many logs, each complete, and nothing more is on its way. */
export async function completeLogs(stage: Stage, count: number): Promise<readonly Log[]> {
  const isThere = (logs: readonly Log[]): boolean => logs.length >= count && logs.every((log) => log.isComplete);
  await until(() => logsOf(stage), isThere, `${count} complete logs are due`);
  for (const rep of stage.reps.values()) {
    const waiting = rep.page().locator('[data-id="waiting-log"]');
    await until(
      () => waiting.count(),
      (left) => left === 0,
      `no log of ${rep.agent} is to wait`
    );
  }
  const logs = await logsOf(stage);
  assert.equal(logs.length, count, JSON.stringify(logs));
  assert.equal(new Set(logs.map(({ object }) => object)).size <= 1, true, 'a Task or a VoiceCall, never both');
  return logs;
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '');
