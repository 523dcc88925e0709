import { asFields, count, flag, listOf, may, must, objectOf, oneOf, text, time, type Fields } from './read-fields';
import {
  groupKinds,
  longestRepMessage,
  type Addressee,
  type RepMessage,
  type RepMessageDraft,
  type SentMessage
} from './rep-message';

const mostMessages = 1_000;
const mostAddressees = 20_000;

/** What a rep has to read. */
export const repMessages = listOf(mostMessages, objectOf(readRepMessage));
/** What supervisors sent. */
export const sentMessages = listOf(mostMessages, objectOf(readSentMessage));
/** Whom a supervisor can write to. */
export const addressees = listOf(mostAddressees, objectOf(readAddressee));

export const readDraft = (fields: Fields): RepMessageDraft => ({
  requestId: must(fields, 'requestId', text),
  text: must(fields, 'text', (value) => {
    const read = text(value);
    return read !== undefined && read.length <= longestRepMessage ? read : undefined;
  }),
  to: must(fields, 'to', objectOf(readTarget)),
  ...may(fields, 'isImportant', flag),
  // Left out, a message that should end would never end.
  ...(fields.forSeconds === undefined ? {} : { forSeconds: must(fields, 'forSeconds', count) })
});

function readRepMessage(fields: Fields): RepMessage {
  return {
    messageId: must(fields, 'messageId', text),
    text: must(fields, 'text', text),
    isImportant: must(fields, 'isImportant', flag),
    from: must(fields, 'from', text),
    sentAt: must(fields, 'sentAt', time),
    ...may(fields, 'until', time)
  };
}

function readSentMessage(fields: Fields): SentMessage {
  return {
    ...readRepMessage(fields),
    requestId: must(fields, 'requestId', text),
    to: readAddressee(must(fields, 'to', asFields)),
    readers: must(
      fields,
      'readers',
      listOf(
        mostAddressees,
        objectOf((reader) => ({ name: must(reader, 'name', text), ...may(reader, 'readAt', time) }))
      )
    )
  };
}

function readAddressee(fields: Fields): Addressee {
  const target = readTarget(fields);
  return target.kind === 'everybody' ? target : { ...target, name: must(fields, 'name', text) };
}

function readTarget(fields: Fields): RepMessageDraft['to'] {
  if (fields.kind === 'everybody') return { kind: 'everybody' };
  return { kind: must(fields, 'kind', oneOf(groupKinds)), id: must(fields, 'id', text) };
}
