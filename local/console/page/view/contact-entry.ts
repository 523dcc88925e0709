import { controlsOf, type ControlState } from '../../protocol/call-controls';
import type { WireContact } from '../../protocol/call-shape';
import { customerOf } from '../../protocol/parties';
import { chosenOrg } from '../host/chosen-org';
import type { Desk } from '../host/desk';
import type { Omni } from '../host/omni';
import { make } from '../make';
import { button } from './button';

type Choice = 'add-caller' | 'join-caller' | 'consult' | 'blind-transfer';

/** What can be done with a contact: each control of the call, or a call of its own when there is none. */
export type Offers = Readonly<Record<Choice, ControlState>> | 'call';

/** What can be done with any contact now. */
export function offers(omni: Omni, desk: Desk): Offers {
  const { book } = desk.now();
  const customer = customerOf(book);
  if (!customer) return 'call';
  const controls = controlsOf(book, customer, omni.host().capabilities, chosenOrg());
  const { 'add-caller': add, 'join-caller': join, consult, 'blind-transfer': blind } = controls;
  return { 'add-caller': add, 'join-caller': join, consult, 'blind-transfer': blind };
}

/** What the SDK calls ContactType and AgentAvailability, as a rep reads it. */
const spoken: Readonly<Record<string, string>> = {
  PhoneBook: 'Phone book',
  PhoneNumber: 'Number',
  AVAILABLE: 'Available',
  BUSY: 'Busy',
  OFFLINE: 'Offline'
};

const choices: readonly {
  readonly control: Choice;
  readonly words: string;
  readonly does: string;
  /** Documented of flows is `addParticipant` alone. */
  readonly takesFlow?: true;
  readonly work: (desk: Desk, contact: WireContact) => void;
}[] = [
  {
    control: 'add-caller',
    words: 'Add',
    does: 'Add',
    takesFlow: true,
    work: (desk, who) => desk.addParticipant(who, 'consulted')
  },
  { control: 'join-caller', words: 'Join', does: 'Join', work: (desk, who) => desk.addParticipant(who, 'joins') },
  { control: 'consult', words: 'Consult', does: 'Consult', work: (desk, who) => desk.consult(who) },
  {
    control: 'blind-transfer',
    words: 'Transfer',
    does: 'Transfer to',
    takesFlow: true,
    work: (desk, who) => desk.addParticipant(who, 'blind')
  }
];

/** One contact, with what can be done. */
export function contactEntry(contact: WireContact, offered: Offers, desk: Desk): HTMLElement {
  const { name, phoneNumber, type, availability, queueWaitTime, id } = contact;
  const title = name ?? phoneNumber ?? id ?? '';
  const wait = queueWaitTime === undefined || queueWaitTime === null ? undefined : `Waiting time ${queueWaitTime}`;
  const details = [type, phoneNumber === title ? undefined : phoneNumber, availability, wait].flatMap((each) =>
    each === undefined || each === null ? [] : [spoken[each] ?? each]
  );
  const isFlow = type === 'Flow';
  const key = `${type ?? ''}-${id ?? phoneNumber ?? title}`;
  const action = (words: string, does: string, isEnabled: boolean, work: () => void): HTMLElement => {
    const made = button(words, work, { key: `${words.toLowerCase()}-${key}`, isDisabled: !isEnabled });
    made.setAttribute('aria-label', `${does} ${title}`);
    return made;
  };
  const actions =
    offered === 'call'
      ? isFlow
        ? []
        : [action('Call', 'Call', true, () => desk.dial(contact))]
      : choices
          .filter(({ control, takesFlow }) => offered[control] !== 'hidden' && (takesFlow === true || !isFlow))
          .map(({ control, words, does, work }) =>
            action(words, does, offered[control] === 'enabled', () => work(desk, contact))
          );
  return make(
    'li',
    { class: 'phone-book-entry' },
    make('div', {}, make('strong', {}, title), make('div', { class: 'phone-book-details' }, details.join(' · '))),
    make('div', { class: 'phone-book-actions' }, ...actions)
  );
}
