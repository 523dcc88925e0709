import type { RunningOrg } from '../../local/org/start-org';
import { joinLogText, keptText } from '../../core/log-text/log-text';
import { scenarioLog, scenarioText } from './scenario-log';

/** What of the scenario's log is not in the org as it must be: one Task, the whole text in order, one follow-up, nothing else. */
export function whatIsWrong(org: RunningOrg, callKey: string, text = scenarioText): readonly string[] {
  const { interactionKey, followUp, subject } = scenarioLog(callKey, text);
  const tasks = org.data.rows('Task').filter((task) => task.InteractionKey__c === interactionKey);
  const followUps = tasks.filter((task) => task.Subject === followUp?.subject);
  const logs = tasks.filter((task) => task.Subject === subject);
  const parts = org.data
    .rows('CallLogPart__c')
    .filter((part) => part.CallKey__c === callKey)
    .sort((one, other) => Number(one.PartNumber__c) - Number(other.PartNumber__c));
  const kept = joinLogText({
    description: String(logs[0]?.Description ?? ''),
    parts: parts.map((part) => String(part.Text__c)),
    continues: logs[0]?.ContinuesElsewhere__c === true
  });
  const checks: readonly (readonly [string, boolean])[] = [
    [`${logs.length} logs`, logs.length === 1],
    [`${followUps.length} follow-ups`, followUps.length === 1],
    [`${tasks.length} tasks`, tasks.length === 2],
    [`${parts.length} parts`, parts.every((part) => part.PartCount__c === parts.length)],
    ['parts out of order', parts.every((part, at) => part.PartNumber__c === at + 1)],
    // Description loses white space at its ends; parts lose nothing.
    ['another text', parts.length > 0 ? kept === text : keptText(kept) === keptText(text)],
    ['another call key', logs[0]?.CallKey__c === callKey && followUps[0]?.CallKey__c === followUp?.key],
    ['no way to the first part', (logs[0]?.FirstPart__c ?? null) === (parts[0]?.Id ?? null)],
    ['no call', logs[0]?.TaskSubtype === 'Call']
  ];
  return checks.filter(([, isRight]) => !isRight).map(([wrong]) => wrong);
}
