/** Our fields of Task, without namespace; a test compares them with the package. */
export const callLogFields: readonly string[] = [
  'AnsweredAt__c',
  'CallKey__c',
  'Channel__c',
  'ContinuesElsewhere__c',
  'Direction__c',
  'EndedAt__c',
  'FirstPart__c',
  'FromNumber__c',
  'HoldSeconds__c',
  'InteractionKey__c',
  'Outcome__c',
  'Queue__c',
  'RecordingUrl__c',
  'StartedAt__c',
  'TalkSeconds__c',
  'ToNumber__c',
  'TranscriptUrl__c',
  'WrapUpSeconds__c'
];
