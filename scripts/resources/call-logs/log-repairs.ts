import type { CallFinding } from '../../../core/reconcile/reconcile-call';
import { namespaced } from '../namespaced';
import type { OrgRecord } from '../question';
import type { LogPlace } from './held-logs';
import type { Reps } from './reps';
import { taskOfCall, type TaskFields } from './task-of-call';

/** A Task to write by its call key: a new one, or what an old one lacks. */
export type LogRepair = {
  readonly finding: CallFinding;
  readonly action: 'create' | 'complete';
  /** With its namespace. */
  readonly keyField: string;
  readonly fields: TaskFields;
};

export type RepairOutcome =
  { readonly kind: 'repair'; readonly repair: LogRepair } | { readonly kind: 'by-person'; readonly why: string };

/** What puts a finding right, or why only a person can. `task` is the row of the log as the org has it. */
export function repairOf(
  finding: CallFinding,
  { task, reps, place }: { readonly task: OrgRecord | undefined; readonly reps: Reps; readonly place: LogPlace }
): RepairOutcome {
  switch (finding.kind) {
    case 'missing':
      return created(finding, reps, place);
    case 'incomplete':
      return completed(finding, task, reps, place);
    case 'duplicated':
      return byPerson('delete the log that is wrong, or merge them: nothing is deleted by itself');
    case 'other-rep':
      return byPerson('change the owner when the phone system is right: the rep may have handed it over');
    case 'unknown-agent':
      return byPerson('correct the agent: npx ringdown agents check says how');
    default:
      return finding satisfies never;
  }
}

function created(
  finding: Extract<CallFinding, { kind: 'missing' }>,
  reps: Reps,
  { namespace, hasVoice }: LogPlace
): RepairOutcome {
  const { call, rep } = finding;
  if (hasVoice && call.channel === 'phone')
    return byPerson(
      'a phone call of Salesforce Voice is logged as a VoiceCall, which only the telephony integration makes'
    );
  if (rep.kind === 'unknown') return byPerson('its agent is no user of the org: npx ringdown agents check says why');
  if (rep.kind === 'ambiguous') return byPerson('its agent may be several users: npx ringdown agents check names them');
  if (!rep.isActive) return byPerson('its agent’s user is inactive, and Salesforce gives an inactive user no new Task');
  const keyField = namespaced(namespace, 'CallKey__c');
  const { known, fresh } = taskOfCall(call, {
    namespace,
    day: reps.dayOf(rep.userId, call.startedAt),
    repId: rep.userId
  });
  const fields = { [keyField]: call.callKey, ...known, ...fresh };
  return { kind: 'repair', repair: { finding, action: 'create', keyField, fields } };
}

/** Fills what is empty and closes what is open; what somebody wrote stays. */
function completed(
  finding: Extract<CallFinding, { kind: 'incomplete' }>,
  task: OrgRecord | undefined,
  reps: Reps,
  { namespace }: LogPlace
): RepairOutcome {
  const { call, log, lacks } = finding;
  if (log.objectName === 'VoiceCall')
    return byPerson('the telephony integration completes a VoiceCall, nothing else may');
  if (task === undefined) return byPerson('the phone system’s own page saved it without a call key');
  const keyField = namespaced(namespace, 'CallKey__c');
  const { known } = taskOfCall(call, { namespace, day: reps.dayOf(log.repId, call.startedAt), repId: log.repId });
  const empty = Object.entries(known).filter(([name]) => task[name] === null || task[name] === undefined);
  const fields = { ...Object.fromEntries(empty), ...(lacks.includes('open') && { Status: 'Completed' }) };
  if (Object.keys(fields).length === 0)
    return byPerson('parts of its text are missing: they may still be in the outbox of the rep’s browser');
  return {
    kind: 'repair',
    repair: { finding, action: 'complete', keyField, fields: { [keyField]: String(task[keyField]), ...fields } }
  };
}

const byPerson = (why: string): RepairOutcome => ({ kind: 'by-person', why });
