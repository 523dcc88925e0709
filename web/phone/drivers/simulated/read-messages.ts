import { type Addressee, type RepMessage, type SentMessage } from '../../../../core/phone-message/rep-message';
import { fieldsIn, listOf, may, oneOf, text, time, truth, type Read } from './read-fields';

const readMessage: Read<RepMessage> = (value, at) => {
  const fields = fieldsIn(value, at);
  return {
    messageId: text(fields.messageId, `${at}.messageId`),
    text: text(fields.text, `${at}.text`),
    isImportant: truth(fields.isImportant, `${at}.isImportant`),
    from: text(fields.from, `${at}.from`),
    sentAt: time(fields.sentAt, `${at}.sentAt`),
    ...may(fields, 'until', time)
  };
};
export const readMessages = listOf(readMessage);

export const readSentMessage: Read<SentMessage> = (value, at) => {
  const fields = fieldsIn(value, at);
  return {
    ...readMessage(value, at),
    requestId: text(fields.requestId, `${at}.requestId`),
    to: readAddressee(fields.to, `${at}.to`),
    readers: listOf(readReader)(fields.readers, `${at}.readers`)
  };
};
export const readSentMessages = listOf(readSentMessage);

const readAddressee: Read<Addressee> = (value, at) => {
  const fields = fieldsIn(value, at);
  const kind = oneOf(['everybody', 'queue', 'agent'])(fields.kind, `${at}.kind`);
  return kind === 'everybody'
    ? { kind }
    : { kind, id: text(fields.id, `${at}.id`), name: text(fields.name, `${at}.name`) };
};

const readReader: Read<SentMessage['readers'][number]> = (value, at) => {
  const fields = fieldsIn(value, at);
  return { name: text(fields.name, `${at}.name`), ...may(fields, 'readAt', time) };
};
