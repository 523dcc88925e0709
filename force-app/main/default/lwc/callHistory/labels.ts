import all from '@salesforce/label/c.CallHistoryAll';
import by from '@salesforce/label/c.CallHistoryBy';
import channel from '@salesforce/label/c.CallHistoryChannel';
import chat from '@salesforce/label/c.CallHistoryChat';
import direction from '@salesforce/label/c.CallHistoryDirection';
import duration from '@salesforce/label/c.CallHistoryDuration';
import empty from '@salesforce/label/c.CallHistoryEmpty';
import emptyFiltered from '@salesforce/label/c.CallHistoryEmptyFiltered';
import failed from '@salesforce/label/c.CallHistoryFailed';
import inbound from '@salesforce/label/c.CallHistoryInbound';
import internal from '@salesforce/label/c.CallHistoryInternal';
import loading from '@salesforce/label/c.CallHistoryLoading';
import more from '@salesforce/label/c.CallHistoryMore';
import newTab from '@salesforce/label/c.CallHistoryNewTab';
import noAccess from '@salesforce/label/c.CallHistoryNoAccess';
import outbound from '@salesforce/label/c.CallHistoryOutbound';
import phone from '@salesforce/label/c.CallHistoryPhone';
import recording from '@salesforce/label/c.CallHistoryRecording';
import shown from '@salesforce/label/c.CallHistoryShown';
import sms from '@salesforce/label/c.CallHistorySms';
import title from '@salesforce/label/c.CallHistoryTitle';
import transcript from '@salesforce/label/c.CallHistoryTranscript';
import untitled from '@salesforce/label/c.CallHistoryUntitled';
import voicemail from '@salesforce/label/c.CallHistoryVoicemail';
import abandoned from '@salesforce/label/c.CallHistoryAbandoned';
import answered from '@salesforce/label/c.CallHistoryAnswered';
import declined from '@salesforce/label/c.CallHistoryDeclined';
import failedCall from '@salesforce/label/c.CallHistoryFailedCall';
import missed from '@salesforce/label/c.CallHistoryMissed';

/** Every word of the history. */
export const labels = {
  all,
  by,
  channel,
  direction,
  duration,
  empty,
  emptyFiltered,
  failed,
  loading,
  more,
  newTab,
  noAccess,
  recording,
  shown,
  title,
  transcript,
  untitled
};

/** What the values of the picklists are called, by their API names. */
export const names = {
  channel: { Phone: phone, Chat: chat, Voicemail: voicemail, SMS: sms },
  direction: { Inbound: inbound, Outbound: outbound, Internal: internal },
  outcome: {
    Answered: answered,
    Missed: missed,
    Abandoned: abandoned,
    Declined: declined,
    Voicemail: voicemail,
    Failed: failedCall
  }
} as const;
