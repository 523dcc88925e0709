import escalated from '@salesforce/label/c.CallLogOutcomeEscalated';
import followUp from '@salesforce/label/c.CallLogOutcomeFollowUp';
import leftVoicemail from '@salesforce/label/c.CallLogOutcomeLeftVoicemail';
import noAnswer from '@salesforce/label/c.CallLogOutcomeNoAnswer';
import resolved from '@salesforce/label/c.CallLogOutcomeResolved';
import spam from '@salesforce/label/c.CallLogOutcomeSpam';
import transferred from '@salesforce/label/c.CallLogOutcomeTransferred';
import wrongNumber from '@salesforce/label/c.CallLogOutcomeWrongNumber';

/** By the label that the package's records carry: the platform translates no label of a custom metadata record. */
const shipped: Readonly<Record<string, string>> = {
  Escalated: escalated,
  'Follow-up needed': followUp,
  'Left voicemail': leftVoicemail,
  'No answer': noAnswer,
  Resolved: resolved,
  Spam: spam,
  Transferred: transferred,
  'Wrong number': wrongNumber
};

/** An outcome in the rep's language where the package brought it, and in the administrator's words otherwise. */
export function outcomeWords(label: string): string {
  return Object.hasOwn(shipped, label) ? (shipped[label] ?? label) : label;
}
