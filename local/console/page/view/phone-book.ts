import type { WireContact } from '../../protocol/call-shape';
import { takesFlows } from '../../protocol/omni-flows';
import type { Desk } from '../host/desk';
import type { Omni } from '../host/omni';
import { make } from '../make';
import { button } from './button';
import { contactEntry, offers, type Offers } from './contact-entry';
import { drawn } from './region';

/** What the SDK calls CONTACTS_FILTER_TYPES, as far as they are contacts, with the CONTACT_TYPE that a connector names when it has them. */
const kinds = [
  ['Everybody', ''],
  ['Agents', 'AGENT', 'Agent'],
  ['Queues', 'QUEUE', 'Queue'],
  ['Phone book', 'CONTACT', 'PhoneBook'],
  ['Directory', 'DIRECTORY', 'PhoneBook'],
  ['Flows', 'FLOW'],
  ['Available', 'AVAILABLE']
] as const;

/** Searches the connector's contacts, and calls, adds or transfers to one of them, or to a number. */
export function showPhoneBook(omni: Omni, desk: Desk): HTMLElement {
  const contains = make('input', { class: 'slds-input', id: 'contact-search', type: 'search', autocomplete: 'off' });
  const kind = make('select', { class: 'slds-select', 'aria-label': 'Kind of contact' });
  const choices = kinds.map(([label, value, type]) => ({ type, option: make('option', { value }, label) }));
  kind.append(...choices.map(({ option }) => option));
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
  const draw = drawn<{ contacts: readonly WireContact[] | undefined; typed: string; offered: Offers }>(
    results,
    ({ contacts, offered }) => {
      if (contacts?.length === 0) return [make('p', {}, 'Nobody was found.')];
      const list = make('ul', { class: 'phone-book-list' });
      list.append(...(contacts ?? []).map((contact) => contactEntry(contact, offered, desk)));
      return [list];
    }
  );
  const found = (): readonly WireContact[] | undefined => {
    const { contacts, flows } = desk.now();
    return contacts && [...contacts, ...(takesFlows(omni.host().capabilities) ? flows : [])];
  };
  const show = (): void => {
    place.hidden = omni.host().capabilities?.PHONEBOOK_DISABLE === true;
    const { contactTypes } = desk.now();
    const has = (type: string): boolean => contactTypes.length === 0 || contactTypes.includes(type);
    for (const { type, option } of choices) {
      option.hidden =
        option.value === 'FLOW' ? !takesFlows(omni.host().capabilities) : type !== undefined && !has(type);
      if (option.hidden && kind.value === option.value) kind.value = '';
    }
    number.hidden = !has('PhoneNumber');
    draw({ contacts: found(), typed: contains.value, offered: offers(omni, desk) });
  };
  const number = button(
    'Use this number',
    () => {
      if (contains.value.trim() === '') return contains.focus();
      const contact = { phoneNumber: contains.value.trim(), type: 'PhoneNumber' };
      results.replaceChildren(
        make('ul', { class: 'phone-book-list' }, contactEntry(contact, offers(omni, desk), desk))
      );
    },
    { key: 'use-number' }
  );
  const place = make('section', { class: 'phone-book', 'aria-label': 'Contacts' }, form, number, results);
  omni.onChange(show);
  desk.onChange(show);
  show();
  return place;
}
