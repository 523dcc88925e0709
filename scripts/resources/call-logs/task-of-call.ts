import { callLogOf } from '../../../core/call-log/call-log-of';
import { channelValues, directionValues, outcomeValues } from '../../../core/call-log/field-values';
import { subjectLine, type SubjectWords } from '../../../core/call-log/subject-line';
import type { Interaction } from '../../../core/interaction/interaction';
import type { ExportedCall } from '../../../core/reconcile/exported-call';
import { splitLogText } from '../../../core/log-text/log-text';
import { namespaced } from '../namespaced';

export type TaskValue = string | number | boolean;
export type TaskFields = Readonly<Record<string, TaskValue>>;

export type TaskOfCall = {
  /** What the phone system knows: a repair may fill these where they are empty. */
  readonly known: TaskFields;
  /** What a new log has besides. */
  readonly fresh: TaskFields;
};

/** The Task of a call, as the package's outbox writes it, with what the export says; `day` is that of the call where the rep is. */
export function taskOfCall(
  call: ExportedCall,
  { namespace, day, repId }: { readonly namespace: string; readonly day: string; readonly repId: string }
): TaskOfCall {
  const interaction = interactionOf(call);
  const log = callLogOf(interaction, { subject: subjectLine(interaction, subjectWords) });
  const own = (name: string): string => namespaced(namespace, name);
  const text = splitLogText(log.text).description;
  return {
    known: withoutGaps({
      [own('InteractionKey__c')]: log.interactionKey,
      [own('Channel__c')]: channelValues[log.channel],
      [own('Direction__c')]: directionValues[log.direction],
      [own('Queue__c')]: log.queue,
      [own('FromNumber__c')]: log.from,
      [own('ToNumber__c')]: log.to,
      [own('StartedAt__c')]: log.startedAt,
      [own('AnsweredAt__c')]: log.answeredAt,
      [own('EndedAt__c')]: log.endedAt,
      [own('TalkSeconds__c')]: log.talkSeconds,
      [own('HoldSeconds__c')]: log.holdSeconds,
      [own('Outcome__c')]: log.outcome && outcomeValues[log.outcome],
      [own('RecordingUrl__c')]: log.recordingUrl,
      [own('TranscriptUrl__c')]: log.transcriptUrl,
      CallType: directionValues[log.direction],
      CallObject: log.vendorCallId,
      CallDurationInSeconds: log.durationSeconds,
      ActivityDate: day
    }),
    fresh: withoutGaps({
      Subject: log.subject,
      Description: text === '' ? undefined : text,
      Status: 'Completed',
      // Can be given to a new Task only.
      TaskSubtype: 'Call',
      OwnerId: repId
    })
  };
}

/** The English of the package: which language a rep reads is known in the browser only. */
const subjectWords: SubjectWords = {
  phone: { inbound: 'Call from {0}', outbound: 'Call to {0}', internal: 'Internal call with {0}' },
  chat: { inbound: 'Chat with {0}', outbound: 'Chat with {0}', internal: 'Chat with {0}' },
  voicemail: { inbound: 'Voicemail from {0}', outbound: 'Voicemail for {0}', internal: 'Voicemail from {0}' },
  sms: { inbound: 'Text message from {0}', outbound: 'Text message to {0}', internal: 'Text message from {0}' },
  missed: 'Missed call from {0}',
  withheld: 'unknown number'
};

function interactionOf(call: ExportedCall): Interaction {
  const { place: _place, agent: _agent, voiceKey: _voice, legId, interactionKey, holdSeconds = 0, ...facts } = call;
  const { answeredAt, endedAt } = call;
  const taken =
    answeredAt === undefined || endedAt === undefined
      ? 0
      : Math.max(0, Math.round((Date.parse(endedAt) - Date.parse(answeredAt)) / 1000));
  return {
    ...facts,
    vendorCallId: call.vendorCallId ?? legId,
    interactionKey: interactionKey ?? legId,
    state: 'done',
    talkSeconds: Math.max(0, taken - holdSeconds),
    holdSeconds,
    attributes: {}
  };
}

function withoutGaps(fields: Readonly<Record<string, TaskValue | undefined>>): TaskFields {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, value]) => (value === undefined || value === '' ? [] : [[name, value]]))
  );
}
