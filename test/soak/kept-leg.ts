import { type Interaction } from '../../core/interaction/interaction';
import { joinLogText, keptText } from '../../core/log-text/log-text';
import type { RunningOrg } from '../../local/org/start-org';

/** What the rep wrote and saved of a leg. */
export type Written = { readonly disposition: string; readonly notes: string };

type Row = Readonly<Record<string, unknown>>;

/** Rows of the org by the key of their call; reading them once makes the check of thousands of legs quick. */
export function rowsByCall(org: RunningOrg): (object: 'Task' | 'CallLogPart__c', callKey: string) => readonly Row[] {
  const read = (object: string): ReadonlyMap<string, readonly Row[]> => {
    const found = new Map<string, Row[]>();
    for (const row of org.data.rows(object) as readonly Row[]) {
      const key = String(row.CallKey__c);
      found.set(key, [...(found.get(key) ?? []), row]);
    }
    return found;
  };
  const all = { Task: read('Task'), CallLogPart__c: read('CallLogPart__c') };
  return (object, callKey) => all[object].get(callKey) ?? [];
}

/** What is not as it must be: exactly one Task with everything that the phone and the rep said, or none at all. */
export function whatIsWrong(
  rows: ReturnType<typeof rowsByCall>,
  last: Interaction,
  isLogged: boolean,
  written: Written | undefined
): readonly string[] {
  const tasks = rows('Task', last.callKey);
  const wanted = isLogged ? 1 : 0;
  if (tasks.length !== wanted) return [`${tasks.length} logs instead of ${wanted}`];
  const [task] = tasks;
  if (!task) return [];
  const parts = [...rows('CallLogPart__c', last.callKey)].sort(
    (one, other) => Number(one.PartNumber__c) - Number(other.PartNumber__c)
  );
  const kept = joinLogText({
    description: String(task.Description ?? ''),
    parts: parts.map((part) => String(part.Text__c)),
    continues: task.ContinuesElsewhere__c === true
  });
  const same = (field: string, value: unknown): readonly [string, boolean] => [
    `${field} is ${JSON.stringify(task[field])} and not ${JSON.stringify(value ?? null)}`,
    (task[field] ?? null) === (value ?? null)
  ];
  const moment = (field: string, value: string | undefined): readonly [string, boolean] => [
    `${field} is ${String(task[field])} and not ${value ?? 'empty'}`,
    (task[field] ? Date.parse(String(task[field])) : undefined) ===
      (value === undefined ? undefined : Date.parse(value))
  ];
  const checks: readonly (readonly [string, boolean])[] = [
    same('InteractionKey__c', last.interactionKey),
    moment('StartedAt__c', last.startedAt),
    moment('AnsweredAt__c', last.answeredAt),
    moment('EndedAt__c', last.endedAt),
    same('TalkSeconds__c', last.talkSeconds),
    same('HoldSeconds__c', last.holdSeconds),
    same('RecordingUrl__c', last.recordingUrl),
    same('Status', 'Completed'),
    ['the text of the phone is not whole', keptText(kept).includes(keptText(last.text ?? ''))],
    [
      'the parts are not in order',
      parts.every((part, at) => part.PartNumber__c === at + 1 && part.PartCount__c === parts.length)
    ],
    [
      `the outcome is ${JSON.stringify(task.CallDisposition)}`,
      !written || task.CallDisposition === written.disposition
    ],
    ['the notes are lost', !written || kept.includes(written.notes)]
  ];
  return checks.filter(([, isRight]) => !isRight).map(([wrong]) => wrong);
}
