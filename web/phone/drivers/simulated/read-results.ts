import { type ContactPage, type PhoneContact } from '../../contacts';
import { type AudioDevice } from '../../devices';
import { type SignedRecording } from '../../phone';
import { count, fieldsIn, listOf, may, oneOf, text, type Read } from './read-fields';

/** What a command answers that has nothing to say. */
export const readNothing: Read<void> = () => undefined;

export const readContacts: Read<ContactPage> = (value, at) => {
  const fields = fieldsIn(value, at);
  return { contacts: listOf(readContact)(fields.contacts, 'contacts'), total: count(fields.total, 'total') };
};

export const readRecording: Read<SignedRecording> = (value, at) => {
  const fields = fieldsIn(value, at);
  return { url: text(fields.url, 'url'), durationSeconds: count(fields.durationSeconds, 'durationSeconds') };
};

const readDevice: Read<AudioDevice> = (value, at) => {
  const fields = fieldsIn(value, at);
  return {
    id: text(fields.id, `${at}.id`),
    kind: oneOf(['speaker', 'microphone'])(fields.kind, `${at}.kind`),
    name: text(fields.name, `${at}.name`)
  };
};
export const readDevices = listOf(readDevice);

const readContact: Read<PhoneContact> = (value, at) => {
  const fields = fieldsIn(value, at);
  return {
    id: text(fields.id, `${at}.id`),
    kind: oneOf(['agent', 'queue', 'contact'])(fields.kind, `${at}.kind`),
    name: text(fields.name, `${at}.name`),
    ...may(fields, 'number', text),
    ...may(fields, 'extension', text),
    ...may(fields, 'availability', oneOf(['available', 'busy', 'offline'])),
    ...may(fields, 'queueWaitSeconds', count)
  };
};
