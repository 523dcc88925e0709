import { method, type ApexClass, type ApexContext } from './apex-method';
import { insertAsUser } from './insert';
import { upsertAsUser } from './upsert';
import { query } from './user-mode';

const times = 'StartedAt__c, AnsweredAt__c, EndedAt__c, TalkSeconds__c, HoldSeconds__c, WrapUpSeconds__c';
const call = `CallType, CallDisposition, CallDurationInSeconds, CallObject, CallKey__c, InteractionKey__c, Channel__c, Direction__c,
  Queue__c, FromNumber__c, ToNumber__c, ${times}, Outcome__c, RecordingUrl__c, TranscriptUrl__c, ContinuesElsewhere__c`;
const people = 'ActivityDate, OwnerId, Owner.Name, WhoId, Who.Name, WhatId, What.Name';

/** The twin of CallLogs. */
export const callLogs: ApexClass = {
  find: method('callKeys: List<String>', 'List<Task>', (context, { callKeys }) =>
    query(context, 'SELECT Id, CallKey__c FROM Task WHERE CallKey__c IN :callKeys', { callKeys: callKeys ?? [] })
  ),
  save: method('logs: List<Task>', 'List<Task>', (context, { logs }) =>
    upsertAsUser(context, 'Task', 'CallKey__c', logs)
  ),
  keptBySalesforce: method('vendorCallKey: String', 'List<SObject>', (context, { vendorCallKey }) =>
    query(
      context,
      `SELECT Id, OwnerId, UserId FROM VoiceCall WHERE VendorCallKey = :vendorCallKey AND VendorCallKey != NULL
       ORDER BY CreatedDate DESC, Id DESC LIMIT 20`,
      { vendorCallKey: vendorCallKey ?? null }
    )
  ),
  ofRecord: method(
    'recordId: Id, channels: List<String>, directions: List<String>, pageSize: Integer, offset: Integer',
    'List<Task>',
    (context, { recordId, channels, directions, pageSize, offset }) =>
      query(
        context,
        `SELECT Id, Subject, Status, CreatedDate, ${people}, ${call} FROM Task
         WHERE (WhoId = :recordId OR WhatId = :recordId)
           AND (Channel__c != NULL OR CallType != NULL OR TaskSubtype = 'Call')
           AND (Channel__c IN :channels OR IsDeleted = :isChannelFilter
             OR (Channel__c = NULL AND IsDeleted = :isWithoutPhone))
           AND (Direction__c IN :directions OR IsDeleted = :isDirectionFilter
             OR (Direction__c = NULL AND CallType IN :directions))
         ORDER BY CreatedDate DESC, Id DESC LIMIT :pageSize OFFSET :offset`,
        {
          recordId,
          channels: channels ?? [],
          isChannelFilter: isFilter(channels),
          isWithoutPhone: !Array.isArray(channels) || !channels.includes('Phone'),
          directions: directions ?? [],
          isDirectionFilter: isFilter(directions),
          pageSize,
          offset
        }
      )
  ),
  unlinked: method('most: Integer', 'List<Task>', (context, { most }) =>
    query(
      context,
      `SELECT Id, Subject, CreatedDate, CallKey__c, Channel__c, Direction__c, FromNumber__c, ToNumber__c, StartedAt__c FROM Task
       WHERE OwnerId = :userId AND CallKey__c != NULL AND Channel__c != NULL AND WhoId = NULL AND WhatId = NULL
       ORDER BY CreatedDate DESC, Id DESC LIMIT :most`,
      { userId: context.userId, most }
    )
  ),
  read: method('taskId: Id', 'List<Task>', (context, { taskId }) =>
    query(
      context,
      `SELECT Id, Subject, Description, Status, Priority, TaskSubtype, CreatedDate, LastModifiedDate, ${people}, ${call}, FirstPart__c
       FROM Task WHERE Id = :taskId`,
      { taskId }
    )
  )
};

/** Not for components, so no method of the twin: SoftphoneLogs asks it. */
export const createdLogs = (context: ApexContext, logs: readonly unknown[]): unknown =>
  insertAsUser(context, 'Task', logs);

const isFilter = (words: unknown): boolean => Array.isArray(words) && words.length > 0;
