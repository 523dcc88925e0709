import type { RelatedRecord } from 'c/relatedRecordPicker';
import { relationOf } from 'c/callLogCore';
import type { QuietContext } from './quietLog';

/** A saved log and what it is about. */
export type LogLink = {
  readonly callKey: string;
  readonly subject: string;
  readonly records: readonly RelatedRecord[];
  /** Salesforce's own record of the call, where the log is not a Task. */
  readonly keptId?: string;
};

/** Says what a saved log is about, and nothing else of it; what the phone says later of its call does not take that back. */
export async function linkLog(context: QuietContext, { callKey, subject, records, keptId }: LogLink): Promise<void> {
  const { outbox, submitted, keep } = context;
  const links = relationOf(records);
  if (Object.keys(links).length === 0) return;
  const saved = submitted.get(callKey);
  if (saved) {
    const linked = { ...saved, records };
    submitted.set(callKey, linked);
    if (await outbox.draft(callKey)) await keep(linked);
  }
  await outbox.add({ callKey, subject, links, ...(keptId === undefined ? {} : { kept: { id: keptId } }) });
}
