import active from '@salesforce/label/c.CallLogActive';
import chat from '@salesforce/label/c.CallLogChat';
import choose from '@salesforce/label/c.CallLogChoose';
import continues from '@salesforce/label/c.CallLogContinues';
import count from '@salesforce/label/c.CallLogCount';
import countAll from '@salesforce/label/c.CallLogCountAll';
import direction from '@salesforce/label/c.CallLogDirection';
import discard from '@salesforce/label/c.CallLogDiscard';
import discardNo from '@salesforce/label/c.CallLogDiscardNo';
import discardQuestion from '@salesforce/label/c.CallLogDiscardQuestion';
import discardYes from '@salesforce/label/c.CallLogDiscardYes';
import duration from '@salesforce/label/c.CallLogDuration';
import ended from '@salesforce/label/c.CallLogEnded';
import followUp from '@salesforce/label/c.CallLogFollowUp';
import followUpDate from '@salesforce/label/c.CallLogFollowUpDate';
import followUpSubject from '@salesforce/label/c.CallLogFollowUpSubject';
import followUpSuggestion from '@salesforce/label/c.CallLogFollowUpSuggestion';
import held from '@salesforce/label/c.CallLogHeld';
import inbound from '@salesforce/label/c.CallLogInbound';
import internal from '@salesforce/label/c.CallLogInternal';
import keptBySalesforce from '@salesforce/label/c.CallLogKeptBySalesforce';
import logged from '@salesforce/label/c.CallLogLogged';
import manual from '@salesforce/label/c.CallLogManual';
import needsDate from '@salesforce/label/c.CallLogNeedsDate';
import needsNotes from '@salesforce/label/c.CallLogNeedsNotes';
import needsSubject from '@salesforce/label/c.CallLogNeedsSubject';
import notes from '@salesforce/label/c.CallLogNotes';
import nothingToAdd from '@salesforce/label/c.CallLogNothingToAdd';
import number from '@salesforce/label/c.CallLogNumber';
import outbound from '@salesforce/label/c.CallLogOutbound';
import outcome from '@salesforce/label/c.CallLogOutcome';
import phone from '@salesforce/label/c.CallLogPhone';
import queue from '@salesforce/label/c.CallLogQueue';
import ringing from '@salesforce/label/c.CallLogRinging';
import save from '@salesforce/label/c.CallLogSave';
import saving from '@salesforce/label/c.CallLogSaving';
import sms from '@salesforce/label/c.CallLogSms';
import subject from '@salesforce/label/c.CallLogSubject';
import type from '@salesforce/label/c.CallLogType';
import voicemail from '@salesforce/label/c.CallLogVoicemail';
import withheld from '@salesforce/label/c.CallLogSubjectWithheld';

/** Every word of the form. */
export const labels = {
  choose,
  continues,
  count,
  countAll,
  direction,
  discard,
  discardNo,
  discardQuestion,
  discardYes,
  duration,
  followUp,
  followUpDate,
  followUpSubject,
  followUpSuggestion,
  keptBySalesforce,
  logged,
  manual,
  needsDate,
  needsNotes,
  needsSubject,
  notes,
  nothingToAdd,
  number,
  outcome,
  queue,
  save,
  saving,
  subject,
  type,
  withheld
};

/** What channels, directions and states are called. */
export const names = {
  channel: { phone, chat, voicemail, sms },
  direction: { inbound, outbound, internal },
  state: { ringing, active, held, 'wrap-up': ended, done: ended }
} as const;
