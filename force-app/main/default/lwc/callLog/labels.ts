import arrived from '@salesforce/label/c.CallLogArrived';
import blocked from '@salesforce/label/c.CallLogBlocked';
import correct from '@salesforce/label/c.CallLogCorrect';
import dismiss from '@salesforce/label/c.CallLogDismiss';
import editTask from '@salesforce/label/c.CallLogEditTask';
import empty from '@salesforce/label/c.CallLogEmpty';
import failed from '@salesforce/label/c.CallLogFailed';
import followUpLeft from '@salesforce/label/c.CallLogFollowUpLeft';
import kept from '@salesforce/label/c.CallLogKept';
import keptCall from '@salesforce/label/c.CallLogKeptCall';
import longLink from '@salesforce/label/c.CallLogLongLink';
import memoryOnly from '@salesforce/label/c.CallLogMemoryOnly';
import newLog from '@salesforce/label/c.CallLogNew';
import notConfigured from '@salesforce/label/c.CallLogNotConfigured';
import offered from '@salesforce/label/c.CallLogOffered';
import openFollowUp from '@salesforce/label/c.CallLogOpenFollowUp';
import openList from '@salesforce/label/c.CallLogOpenList';
import openKeptCall from '@salesforce/label/c.CallLogOpenKeptCall';
import openLink from '@salesforce/label/c.CallLogOpenLink';
import opening from '@salesforce/label/c.CallLogOpening';
import openTask from '@salesforce/label/c.CallLogOpenTask';
import retrying from '@salesforce/label/c.CallLogRetrying';
import saved from '@salesforce/label/c.CallLogSaved';
import sending from '@salesforce/label/c.CallLogSending';
import sendNow from '@salesforce/label/c.CallLogSendNow';
import settingsFailed from '@salesforce/label/c.CallLogSettingsFailed';
import unmade from '@salesforce/label/c.CallLogUnmade';
import callFrom from '@salesforce/label/c.CallLogSubjectCallFrom';
import callInternal from '@salesforce/label/c.CallLogSubjectCallInternal';
import callTo from '@salesforce/label/c.CallLogSubjectCallTo';
import chat from '@salesforce/label/c.CallLogSubjectChat';
import missed from '@salesforce/label/c.CallLogSubjectMissed';
import smsFrom from '@salesforce/label/c.CallLogSubjectSmsFrom';
import smsTo from '@salesforce/label/c.CallLogSubjectSmsTo';
import vendor from '@salesforce/label/c.CallLogVendor';
import voicemailFrom from '@salesforce/label/c.CallLogSubjectVoicemailFrom';
import voicemailTo from '@salesforce/label/c.CallLogSubjectVoicemailTo';
import withheld from '@salesforce/label/c.CallLogSubjectWithheld';
import title from '@salesforce/label/c.CallLogTitle';
import waiting from '@salesforce/label/c.CallLogWaiting';
import waitingTitle from '@salesforce/label/c.CallLogWaitingTitle';
import type { SubjectWords } from 'c/callLogCore';

/** Every word of the panel. */
export const labels = {
  arrived,
  blocked,
  correct,
  dismiss,
  editTask,
  empty,
  failed,
  followUpLeft,
  kept,
  keptCall,
  longLink,
  memoryOnly,
  newLog,
  notConfigured,
  offered,
  openFollowUp,
  opening,
  openKeptCall,
  openLink,
  openList,
  openTask,
  retrying,
  saved,
  sending,
  sendNow,
  settingsFailed,
  title,
  unmade,
  vendor,
  waiting,
  waitingTitle
};

/** What a log is called. */
export const subjectWords: SubjectWords = {
  phone: { inbound: callFrom, outbound: callTo, internal: callInternal },
  chat: { inbound: chat, outbound: chat, internal: chat },
  voicemail: { inbound: voicemailFrom, outbound: voicemailTo, internal: voicemailFrom },
  sms: { inbound: smsFrom, outbound: smsTo, internal: smsFrom },
  missed,
  withheld
};
