import assert from 'node:assert/strict';
import { type Stage } from './stage';
import { until } from './until';

/** A log of a call, chat or voicemail, whichever way the bridge keeps it. */
export type Log = {
  readonly object: 'Task' | 'VoiceCall';
  readonly id: string;
  /** The same for all legs of one conversation; empty in a call of Voice into which nobody's wrap-up wrote. */
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

/** The last ones are filled in by our wrap-up, in the record that Salesforce keeps. */
const callFields =
  'Id, OwnerId, CallDisposition, CallStartDateTime, CallEndDateTime, InteractionKey__c, RelatedRecordId, Result__c, Description';

/** Every log of the scenario so far. */
export async function logsOf({
  org,
  before,
  bridge
}: Pick<Stage, 'org' | 'before' | 'bridge'>): Promise<readonly Log[]> {
  const tasks = await org.query(`SELECT ${taskFields} FROM Task WHERE CallKey__c != null ORDER BY CreatedDate, Id`);
  const calls = await org.query(
    `SELECT ${bridge === 'Voice' ? callFields : 'Id'} FROM VoiceCall ORDER BY CreatedDate, Id`
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
        ...{ object: 'VoiceCall', id: row.Id, ownerId: text(row.OwnerId), interactionKey: text(row.InteractionKey__c) },
        ...{ about: text(row.RelatedRecordId), outcome: text(row.Result__c), text: text(row.Description) },
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
      () => waiting.allTextContents(),
      (left) => left.length === 0,
      `no log of ${rep.agent} is to wait`
    );
  }
  const logs = await logsOf(stage);
  assert.equal(logs.length, count, JSON.stringify(logs));
  assert.equal(new Set(logs.map(({ object }) => object)).size <= 1, true, 'a Task or a VoiceCall, never both');
  return logs;
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '');
