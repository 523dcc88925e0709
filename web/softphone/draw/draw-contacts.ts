import { type PhoneContact } from '../../phone/contacts';
import { type PhoneTarget } from '../../phone/call-wishes';
import { type Hands, type Search, type Screen } from '../screen';
import { fill } from '../words';
import { type Words } from '../words/word';
import { draw, made, type Drawn } from './drawn';
import { button } from './parts';

/** The phone book, closed until the rep opens it. */
export function drawContacts(screen: Screen, words: Words, hands: Hands): Drawn {
  const { areContactsOpen } = screen;
  const toggle = (): void => {
    hands.change({ areContactsOpen: !areContactsOpen, opened: undefined });
    if (!areContactsOpen) hands.search('');
  };
  const call = (contact: PhoneContact): Drawn =>
    button(words.call, () => hands.dial(targetOf(contact)), { 'aria-label': fill(words.callWhom, contact.name) });
  return made(
    draw(
      'section',
      { class: 'contacts', 'aria-label': words.contacts },
      button(words.contacts, toggle, { 'aria-expanded': String(areContactsOpen), class: 'quiet' }),
      ...(areContactsOpen ? drawSearch('contacts', screen.search, words, hands, (contact) => [call(contact)]) : [])
    ),
    { key: 'contacts' }
  );
}

/** A field that looks people up, and whom it found, each with what can be done. */
export function drawSearch(
  id: string,
  { text, isAsking, page }: Search,
  words: Words,
  hands: Hands,
  actions: (contact: PhoneContact) => readonly Drawn[]
): readonly Drawn[] {
  const said = isAsking
    ? words.searching
    : page
      ? page.total === 0
        ? words.nobody
        : fill(words.found, page.total)
      : '';
  return [
    draw('label', { for: `${id}-search`, class: 'unseen' }, words.search),
    made(draw('input', { id: `${id}-search`, type: 'search', autocomplete: 'off', placeholder: words.search }), {
      key: 'search',
      value: text,
      on: { input: hands.search }
    }),
    draw('p', { role: 'status', class: 'hint' }, said),
    draw(
      'ul',
      { class: 'people' },
      ...(page?.contacts ?? []).map((contact) =>
        made(
          draw(
            'li',
            {},
            draw('span', { class: 'who' }, draw('b', {}, contact.name), draw('small', {}, detailOf(contact, words))),
            ...actions(contact)
          ),
          { key: `${contact.kind} ${contact.id}` }
        )
      )
    )
  ];
}

/** Whom a contact stands for. */
export const targetOf = ({ kind, id }: PhoneContact): PhoneTarget => ({ kind, id });

function detailOf({ kind, number, extension, availability }: PhoneContact, words: Words): string {
  const parts = [words[kind], number ?? extension, availability && words[availability]];
  return parts.filter((part) => part !== undefined).join(' · ');
}
