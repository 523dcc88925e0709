import { type PhoneTarget } from '../phone/call-wishes';
import { dialledOf, type NumberPlace } from '../phone-page/dialled-number';
import { PhoneError, type PhoneCall } from '../phone/phone';
import { isSupervisedBy } from '../phone/supervision';
import { type FoundCall } from './call-book';
import { type ContactFields } from './sdk-fields';
import { isLive, isVoice } from './sdk-call';
import { type HostCall } from './sdk-methods';

/** Whom to put on hold: the party that was named, or else the customer. */
export function legOf({ call, leg }: FoundCall): string {
  const held =
    leg ?? call.legs.find(({ role }) => role === 'customer') ?? call.legs.find(({ role }) => role !== 'agent');
  if (held === undefined) throw new PhoneError('invalid-participant', 'There is nobody to hold.');
  return held.legId;
}

/**
 * The call that Salesforce means when it names none: the one in which the rep talks with somebody, else the one that there is at all. A
 * chat, the work after a call, and a customer who waits during a consult call may be open beside it.
 */
export function unnamedCall(calls: readonly PhoneCall[], agentId: string): PhoneCall | undefined {
  const there = calls.filter(({ state }) => state !== 'ended');
  const own = there.filter((call) => isVoice(call) && !isSupervisedBy(call, agentId));
  const connected = own.filter(({ state }) => state === 'connected');
  const talked = connected.filter(({ legs }) =>
    legs.some(({ role, state }) => (role === 'customer' || role === 'third-party') && state === 'connected')
  );
  const meant = [talked, connected, own.filter(isLive), own, there].find(({ length }) => length > 0);
  return meant?.length === 1 ? meant[0] : undefined;
}

/** The id in what Salesforce sent. */
export function idOf(given: HostCall): string {
  const id = given?.callId ?? given?.connectionId;
  if (id === undefined) throw new PhoneError('unknown-call', 'Salesforce named no call.');
  return id;
}

/**
 * Whom a contact of the phone book, or a number that was clicked or typed, stands for. Salesforce hands on a number as it stands on the
 * record; what nobody can read as one goes to the phone system as it is.
 */
export function targetOf({ type, id, phoneNumber }: ContactFields, place: NumberPlace): PhoneTarget {
  if (type === 'Agent' && id) return { kind: 'agent', id };
  if (type === 'Queue' && id) return { kind: 'queue', id };
  // "The fully qualified name of the Omni-Channel flow" (guide, "Enable Voice Call Transfers Using Omni-Channel Flows").
  if (type === 'Flow' && id) return { kind: 'flow', id };
  if (type === 'PhoneBook' && id && !phoneNumber) return { kind: 'contact', id };
  if (phoneNumber) return { kind: 'number', number: dialledOf(phoneNumber, place) ?? phoneNumber };
  if (id) return { kind: 'contact', id };
  throw new PhoneError('invalid-destination', 'The contact has neither a number nor an id.');
}
