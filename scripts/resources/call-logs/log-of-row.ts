import type { HeldLog } from '../../../core/reconcile/exported-call';
import { flagAt, textAt } from '../org-record';
import type { OrgRecord } from '../question';

/** How many parts of a text there are, and how many there should be. */
export type PartCount = { readonly held: number; readonly wanted: number };

/** The Task that our package wrote. */
export function taskLog(row: OrgRecord, own: (name: string) => string, parts: PartCount | undefined): HeldLog {
  const continues = flagAt(row, own('ContinuesElsewhere__c'));
  return {
    ...standardLog(row, 'Task'),
    isOpen: !flagAt(row, 'IsClosed'),
    answeredAt: textAt(row, own('AnsweredAt__c')),
    endedAt: textAt(row, own('EndedAt__c')),
    outcome: textAt(row, own('Outcome__c')),
    recordingUrl: textAt(row, own('RecordingUrl__c')),
    transcriptUrl: textAt(row, own('TranscriptUrl__c')),
    ...(continues && { parts: parts ?? { held: 0, wanted: 1 } })
  };
}

/** The platform keeps a VoiceCall's recording and outcome elsewhere: only its times say whether it is whole. */
export function voiceLog(row: OrgRecord): HeldLog {
  const log = standardLog(row, 'VoiceCall');
  const endedAt = textAt(row, 'CallEndDateTime');
  const answeredAt = textAt(row, 'CallAcceptDateTime');
  const known = {
    outcome: 'kept by the platform',
    recordingUrl: 'kept by the platform',
    transcriptUrl: 'kept by the platform'
  };
  return {
    ...log,
    ...known,
    repId: textAt(row, 'UserId') ?? log.repId,
    isOpen: false,
    endedAt,
    answeredAt: answeredAt ?? endedAt
  };
}

/** The Task that the phone system's own page wrote. */
export function vendorLog(row: OrgRecord): HeldLog {
  return { ...standardLog(row, 'Task'), isOpen: !flagAt(row, 'IsClosed'), isWithoutKey: true, isByCall: true };
}

function standardLog(row: OrgRecord, objectName: HeldLog['objectName']): Pick<HeldLog, 'id' | 'objectName' | 'repId'> {
  return { id: textAt(row, 'Id') ?? '', objectName, repId: textAt(row, 'OwnerId') ?? '' };
}
