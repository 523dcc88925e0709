import { type PhoneTarget } from '../phone/call-wishes';
import { PhoneError } from '../phone/phone';
import { type FoundCall } from './call-book';
import { type ContactFields } from './sdk-fields';
import { type HostCall } from './sdk-methods';

/** Whom to put on hold: the party that was named, or else the customer. */
export function legOf({ call, leg }: FoundCall): string {
  const held =
    leg ?? call.legs.find(({ role }) => role === 'customer') ?? call.legs.find(({ role }) => role !== 'agent');
  if (held === undefined) throw new PhoneError('invalid-participant', 'There is nobody to hold.');
  return held.legId;
}

/** The id in what Salesforce sent. */
export function idOf(given: HostCall): string {
  const id = given?.callId ?? given?.connectionId;
  if (id === undefined) throw new PhoneError('unknown-call', 'Salesforce named no call.');
  return id;
}

/** Whom a contact of the phone book, or a number that was typed, stands for. */
export function targetOf({ type, id, phoneNumber }: ContactFields): PhoneTarget {
  if (type === 'Agent' && id) return { kind: 'agent', id };
  if (type === 'Queue' && id) return { kind: 'queue', id };
  if (type === 'PhoneBook' && id && !phoneNumber) return { kind: 'contact', id };
  if (phoneNumber) return { kind: 'number', number: phoneNumber };
  if (id) return { kind: 'contact', id };
  throw new PhoneError('invalid-destination', 'The contact has neither a number nor an id.');
}
