import { customerOf } from '../../protocol/parties';
import { controlsOf } from '../../protocol/call-controls';
import type { WireContact } from '../../protocol/call-shape';
import type { Desk } from '../host/desk';
import type { Omni } from '../host/omni';
import { make } from '../make';
import { button } from './button';
import { drawn } from './region';

/** What the SDK calls CONTACTS_FILTER_TYPES, as far as they are contacts. */
const kinds = [
  ['Everybody', ''],
  ['Agents', 'AGENT'],
  ['Queues', 'QUEUE'],
  ['Phone book', 'CONTACT'],
  ['Directory', 'DIRECTORY'],
  ['Flows', 'FLOW'],
  ['Available', 'AVAILABLE']
] as const;

/** What the SDK calls ContactType and AgentAvailability, as a rep reads it. */
const spoken: Readonly<Record<string, string>> = {
  PhoneBook: 'Phone book',
  PhoneNumber: 'Number',
  AVAILABLE: 'Available',
  BUSY: 'Busy',
  OFFLINE: 'Offline'
};

/** Searches the connector's contacts, and calls, adds or transfers to one of them, or to a number. */
export function showPhoneBook(omni: Omni, desk: Desk): HTMLElement {
  const contains = make('input', { class: 'slds-input', id: 'contact-search', type: 'search', autocomplete: 'off' });
  const kind = make('select', { class: 'slds-select', 'aria-label': 'Kind of contact' });
  for (const [label, value] of kinds) kind.append(make('option', { value }, label));
  const find = (): void => desk.findContacts(contains.value.trim(), kind.value === '' ? [] : [kind.value]);
  const form = make(
    'form',
    { class: 'phone-book-search', role: 'search' },
    make('label', { class: 'slds-form-element__label', for: 'contact-search' }, 'Search contacts'),
    contains,
    kind,
    make('button', { class: 'slds-button slds-button_neutral', 'data-key': 'find' }, 'Search')
  );
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    find();
  });
  const results = make('div', { 'aria-live': 'polite' });
  const draw = drawn<{ contacts: readonly WireContact[] | undefined; typed: string; add: string; blind: string }>(
    results,
    ({ contacts, add, blind }) => {
      if (contacts?.length === 0) return [make('p', {}, 'Nobody was found.')];
      const list = make('ul', { class: 'phone-book-list' });
      list.append(...(contacts ?? []).map((contact) => entry(contact, { add, blind }, desk)));
      return [list];
    }
  );
  const show = (): void => {
    const { book, contacts } = desk.now();
    const { capabilities } = omni.host();
    const customer = customerOf(book);
    const controls = customer && controlsOf(book, customer, capabilities);
    place.hidden = capabilities?.PHONEBOOK_DISABLE === true;
    draw({
      contacts,
      typed: contains.value,
      add: controls?.['add-caller'] ?? 'none',
      blind: controls?.['blind-transfer'] ?? 'none'
    });
  };
  const number = button(
    'Use this number',
    () => {
      if (contains.value.trim() === '') return contains.focus();
      const contact = { phoneNumber: contains.value.trim(), type: 'PhoneNumber' };
      results.replaceChildren(make('ul', { class: 'phone-book-list' }, entry(contact, offers(omni, desk), desk)));
    },
    { key: 'use-number' }
  );
  const place = make('section', { class: 'phone-book', 'aria-label': 'Contacts' }, form, number, results);
  omni.onChange(show);
  desk.onChange(show);
  show();
  return place;
}

function offers(omni: Omni, desk: Desk): { readonly add: string; readonly blind: string } {
  const { book } = desk.now();
  const customer = customerOf(book);
  const controls = customer && controlsOf(book, customer, omni.host().capabilities);
  return { add: controls?.['add-caller'] ?? 'none', blind: controls?.['blind-transfer'] ?? 'none' };
}

function entry(
  contact: WireContact,
  { add, blind }: { readonly add: string; readonly blind: string },
  desk: Desk
): HTMLElement {
  const { name, phoneNumber, type, availability, queueWaitTime, id } = contact;
  const title = name ?? phoneNumber ?? id ?? '';
  const wait = queueWaitTime === undefined || queueWaitTime === null ? undefined : `Waiting time ${queueWaitTime}`;
  const details = [type, phoneNumber === title ? undefined : phoneNumber, availability, wait].flatMap((each) =>
    each === undefined || each === null ? [] : [spoken[each] ?? each]
  );
  const key = `${type ?? ''}-${id ?? phoneNumber ?? title}`;
  const named = (made: HTMLButtonElement, does: string): HTMLButtonElement => {
    made.setAttribute('aria-label', `${does} ${title}`);
    return made;
  };
  const actions =
    add === 'none'
      ? [
          named(
            button('Call', () => desk.dial(contact), { key: `call-${key}` }),
            'Call'
          )
        ]
      : [
          named(
            button('Add', () => desk.addParticipant(contact, false), {
              key: `add-${key}`,
              isDisabled: add !== 'enabled'
            }),
            'Add'
          ),
          ...(blind === 'hidden' || blind === 'none'
            ? []
            : [
                named(
                  button('Transfer', () => desk.addParticipant(contact, true), {
                    key: `transfer-${key}`,
                    isDisabled: blind !== 'enabled'
                  }),
                  'Transfer to'
                )
              ])
        ];
  return make(
    'li',
    { class: 'phone-book-entry' },
    make('div', {}, make('strong', {}, title), make('div', { class: 'phone-book-details' }, details.join(' · '))),
    make('div', { class: 'phone-book-actions' }, ...actions)
  );
}
