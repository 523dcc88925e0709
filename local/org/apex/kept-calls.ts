import { method, type ApexClass } from './apex-method';
import { query } from './user-mode';

const fields = `Id, Name, CallType, CallStartDateTime, CallDurationInSeconds, FromPhoneNumber, ToPhoneNumber, RelatedRecordId,
  UserId, User.Name, OwnerId, Owner.Name, Outcome__c, Result__c, RecordingUrl__c, TranscriptUrl__c`;
const page = 'ORDER BY CallStartDateTime DESC, Id DESC LIMIT :pageSize OFFSET :offset';

/** The twin of KeptCalls. */
export const keptCalls: ApexClass = {
  objects: method('keyPrefix: String', 'List<SObject>', (context, { keyPrefix }) =>
    query(context, 'SELECT DurableId, QualifiedApiName FROM EntityDefinition WHERE KeyPrefix = :keyPrefix', {
      keyPrefix
    })
  ),
  unlinked: method('most: Integer', 'List<SObject>', (context, { most }) =>
    query(
      context,
      `SELECT Id, CallType, CallStartDateTime, FromPhoneNumber, ToPhoneNumber FROM VoiceCall
       WHERE UserId = :userId AND RelatedRecordId = NULL ORDER BY CallStartDateTime DESC, Id DESC LIMIT :most`,
      { userId: context.userId, most }
    )
  ),
  ofRecord: method(
    'recordId: Id, otherTypes: List<String>, pageSize: Integer, offset: Integer',
    'List<SObject>',
    (context, { recordId, otherTypes, pageSize, offset }) =>
      query(
        context,
        `SELECT ${fields} FROM VoiceCall WHERE RelatedRecordId = :recordId AND CallType NOT IN :otherTypes ${page}`,
        { recordId, otherTypes, pageSize, offset }
      )
  ),
  ofCases: method(
    'contactId: Id, otherTypes: List<String>, pageSize: Integer, offset: Integer',
    'List<SObject>',
    (context, { contactId, otherTypes, pageSize, offset }) =>
      query(
        context,
        `SELECT ${fields} FROM VoiceCall WHERE RelatedRecordId IN (SELECT Id FROM Case WHERE ContactId = :contactId)
         AND CallType NOT IN :otherTypes ${page}`,
        { contactId, otherTypes, pageSize, offset }
      )
  )
};
