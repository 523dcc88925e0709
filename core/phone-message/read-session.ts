import {
  asFields,
  count,
  type Fields,
  flag,
  listOf,
  may,
  MessageRefused,
  must,
  objectOf,
  oneOf,
  text,
  textUpTo,
  time
} from './read-fields';
import {
  bridges,
  type DialAnswer,
  type DialRequest,
  failureKinds,
  type PhoneFailure,
  type PhoneNotice,
  type PhonePreferences,
  type PhoneRefusal,
  type PopTarget,
  type Presence,
  presenceStatuses,
  type QueueStatus,
  refusable,
  refusalReasons,
  type Session,
  sessionStates,
  supervisorActions
} from './session';

/** Longest word for a rep, in UTF-16 units. */
const longestNotice = 10_000;
const mostFields = 100;

/** Each reads one part of a message from unknown fields, and refuses the message when something it cannot do without is missing. */
export const readSession = (fields: Fields): Session => ({
  state: must(fields, 'state', oneOf(sessionStates)),
  ...may(fields, 'userName', text),
  ...may(fields, 'agentName', text),
  ...may(fields, 'expiresAt', time),
  ...may(fields, 'connectedAt', time),
  ...may(fields, 'bridge', oneOf(bridges))
});

export const readPresence = (fields: Fields): Presence => ({
  agentName: must(fields, 'agentName', text),
  status: must(fields, 'status', oneOf(presenceStatuses)),
  statusName: must(fields, 'statusName', text),
  since: must(fields, 'since', time),
  ...may(
    fields,
    'call',
    objectOf((call) => ({
      callId: must(call, 'callId', text),
      since: must(call, 'since', time),
      ...may(call, 'number', text),
      ...may(call, 'supervision', oneOf(['listening', 'barged-in'] as const)),
      ...may(call, 'actions', listOf(supervisorActions.length, oneOf(supervisorActions)))
    }))
  )
});

export const readQueueStatus = (fields: Fields): QueueStatus => ({
  name: must(fields, 'name', text),
  waiting: must(fields, 'waiting', count),
  longestWaitSeconds: must(fields, 'longestWaitSeconds', count),
  agentsAvailable: must(fields, 'agentsAvailable', count),
  agentsTotal: must(fields, 'agentsTotal', count)
});

export const readFailure = (fields: Fields): PhoneFailure => ({
  kind: must(fields, 'kind', oneOf(failureKinds)),
  ...may(fields, 'detail', text)
});

export const readNotice = (fields: Fields): PhoneNotice => ({
  noticeId: must(fields, 'noticeId', text),
  text: must(fields, 'text', textUpTo(longestNotice)),
  at: must(fields, 'at', time)
});

export const readRefusal = (fields: Fields): PhoneRefusal => ({
  asked: must(fields, 'asked', oneOf(refusable)),
  subject: must(fields, 'subject', text),
  reason: must(fields, 'reason', oneOf(refusalReasons)),
  ...may(fields, 'detail', text)
});

export const readDialRequest = (fields: Fields): DialRequest => ({
  requestId: must(fields, 'requestId', text),
  number: must(fields, 'number', text),
  ...may(fields, 'recordId', text),
  ...may(fields, 'objectName', text)
});

export const readDialAnswer = (fields: Fields): DialAnswer => ({
  requestId: must(fields, 'requestId', text),
  isAllowed: must(fields, 'isAllowed', flag)
});

export const readPreferences = (fields: Fields): PhonePreferences => ({
  autoLogin: must(fields, 'autoLogin', flag)
});

export function readPopTarget(fields: Fields): PopTarget {
  switch (fields.kind) {
    case 'record':
      return { kind: 'record', recordId: must(fields, 'recordId', text) };
    case 'new-record':
      return {
        kind: 'new-record',
        objectName: must(fields, 'objectName', text),
        fields: must(fields, 'fields', texts)
      };
    case 'search':
      return { kind: 'search', term: must(fields, 'term', text) };
    default:
      throw new MessageRefused('kind');
  }
}

function texts(value: unknown): Readonly<Record<string, string>> | undefined {
  const entries = Object.entries(asFields(value) ?? {});
  const isReadable = entries.length <= mostFields && entries.every(([name, each]) => text(name) && text(each));
  return asFields(value) && isReadable ? (Object.fromEntries(entries) as Record<string, string>) : undefined;
}
