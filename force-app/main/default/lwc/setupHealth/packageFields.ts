import activityKey from '@salesforce/schema/AgentActivity__c.ActivityKey__c';
import activityAgent from '@salesforce/schema/AgentActivity__c.Agent__c';
import activityChannel from '@salesforce/schema/AgentActivity__c.Channel__c';
import activityEndedAt from '@salesforce/schema/AgentActivity__c.EndedAt__c';
import activityFromNumber from '@salesforce/schema/AgentActivity__c.FromNumber__c';
import activityKind from '@salesforce/schema/AgentActivity__c.Kind__c';
import activityOccurredAt from '@salesforce/schema/AgentActivity__c.OccurredAt__c';
import activityOutcome from '@salesforce/schema/AgentActivity__c.Outcome__c';
import activityPresenceStatus from '@salesforce/schema/AgentActivity__c.PresenceStatus__c';
import activityPreviousStatus from '@salesforce/schema/AgentActivity__c.PreviousStatus__c';
import activityQueue from '@salesforce/schema/AgentActivity__c.Queue__c';
import activityWaitSeconds from '@salesforce/schema/AgentActivity__c.WaitSeconds__c';
import partCallKey from '@salesforce/schema/CallLogPart__c.CallKey__c';
import partCount from '@salesforce/schema/CallLogPart__c.PartCount__c';
import partKey from '@salesforce/schema/CallLogPart__c.PartKey__c';
import partNumber from '@salesforce/schema/CallLogPart__c.PartNumber__c';
import partText from '@salesforce/schema/CallLogPart__c.Text__c';
import { callLogFields } from 'c/callLogFields';

/** Every field that comes with the package, as access to it is spelled: `Task.CallKey__c`. Each of its permission sets opens all of them. */
export const packageFields: readonly string[] = [
  ...callLogFields,
  activityKey,
  activityAgent,
  activityChannel,
  activityEndedAt,
  activityFromNumber,
  activityKind,
  activityOccurredAt,
  activityOutcome,
  activityPresenceStatus,
  activityPreviousStatus,
  activityQueue,
  activityWaitSeconds,
  partCallKey,
  partCount,
  partKey,
  partNumber,
  partText
].map(({ objectApiName, fieldApiName }) => `${objectApiName}.${fieldApiName}`);
