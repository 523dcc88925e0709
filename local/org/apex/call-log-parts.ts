import { method, type ApexClass } from './apex-method';
import { upsertAsUser } from './upsert';
import { deleteAsUser, query } from './user-mode';

/** The twin of CallLogParts. */
export const callLogParts: ApexClass = {
  save: method('parts: List<CallLogPart__c>', 'List<CallLogPart__c>', (context, { parts }) =>
    upsertAsUser(context, 'CallLogPart__c', 'PartKey__c', parts)
  ),
  read: method(
    'callKey: String, afterPart: Integer, pageSize: Integer',
    'List<CallLogPart__c>',
    (context, { callKey, afterPart, pageSize }) =>
      query(
        context,
        `SELECT Id, PartKey__c, CallKey__c, PartNumber__c, PartCount__c, Text__c FROM CallLogPart__c
         WHERE CallKey__c = :callKey AND CallKey__c != NULL AND PartNumber__c > :afterPart
         ORDER BY PartNumber__c ASC, Id ASC LIMIT :pageSize`,
        { callKey, afterPart, pageSize }
      )
  ),
  removeAfter: method('callKey: String, lastPart: Integer', 'void', (context, { callKey, lastPart }) => {
    const beyond = query(
      context,
      `SELECT Id FROM CallLogPart__c
       WHERE CallKey__c = :callKey AND CallKey__c != NULL AND PartNumber__c > :lastPart AND OwnerId = :userId`,
      { callKey, lastPart, userId: context.userId }
    );
    deleteAsUser(context, 'CallLogPart__c', beyond);
  })
};
