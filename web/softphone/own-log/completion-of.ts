import { type CallLog } from '../../../core/call-log/call-log';
import { phoneValues, type TaskField, type TaskValues } from '../../../core/call-log/task-values';
import { splitLogText } from '../../../core/log-text/log-text';
import { type SavedLog } from './org-logs';

/** What only the end of a call settles: a log that was saved before has them as they were then. */
const settledAtEnd: readonly TaskField[] = [
  'TalkSeconds__c',
  'HoldSeconds__c',
  'CallDurationInSeconds',
  'Outcome__c',
  'AnsweredAt__c'
];

/** What a Task that is there lacks of a log. Nothing that it says is taken away: others, and the rep, wrote it. */
export function completionOf(saved: SavedLog, log: CallLog, timeZone: string): TaskValues {
  const isBlank = (field: TaskField): boolean => {
    const value = saved.value(field);
    return value === undefined || value === null || value === '';
  };
  const isEarlier = isBlank('EndedAt__c');
  const facts = Object.entries(phoneValues(log, timeZone)).filter(([name, value]) => {
    const field = name as TaskField;
    return isBlank(field) || (isEarlier && settledAtEnd.includes(field) && saved.value(field) !== value);
  });
  const { description } = splitLogText(log.text);
  const hasText = !isBlank('Description') || !isBlank('FirstPart__c');
  return { ...Object.fromEntries(facts), ...(hasText || description === '' ? {} : { Description: description }) };
}
