import { originalEmail } from './identity-key';

/** What of a person may be like another's, in small letters; empty where there is nothing. */
export type Likeness = {
  readonly key: string;
  /** All that could have been compared instead. */
  readonly fields: readonly string[];
  /** Of an address, what stands before its sign. */
  readonly localPart: string;
  readonly domain: string;
  /** What may be misspelt, and by how much: short words are near each other by chance. */
  readonly word: string;
  readonly mostEdits: number;
  readonly name: string;
};

/** More edits than these make another name. */
const mostEdits = 2;

/** What is compared of a person with a key, other names and a name that people call them by. */
export function likenessOf(
  given: string | undefined,
  others: readonly (string | undefined)[],
  name: string | undefined
): Likeness {
  const key = given?.toLowerCase() ?? '';
  const at = key.lastIndexOf('@');
  // What stands behind a plus sign is for the mail server.
  const localPart = at > 0 ? key.slice(0, at).replace(/\+.*$/, '') : '';
  const word = at > 0 ? localPart : key;
  return {
    key,
    fields: others.flatMap((value) => (value?.trim() ? [originalEmail(value.trim().toLowerCase())] : [])),
    localPart,
    domain: at > 0 ? key.slice(at + 1) : '',
    word,
    mostEdits: Math.min(mostEdits, Math.floor(word.length / 4)),
    name: name?.trim().toLowerCase() ?? ''
  };
}

/** Finds whoever may be like somebody without looking at all the others, in the order given. */
export function likenessIndex<Person>(
  people: readonly Person[],
  likenessOfPerson: (person: Person) => Likeness
): (like: Likeness) => readonly (readonly [Person, Likeness])[] {
  const entries = people.map((person) => [person, likenessOfPerson(person)] as const);
  const places = new Map<string, number[]>();
  entries.forEach(([, likeness], place) => {
    for (const trait of new Set(traitsOf(likeness))) {
      const known = places.get(trait);
      if (known) known.push(place);
      else places.set(trait, [place]);
    }
  });
  return (like) => {
    const found = new Set(traitsOf(like).flatMap((trait) => places.get(trait) ?? []));
    return [...found].sort((one, other) => one - other).flatMap((place) => entries.slice(place, place + 1));
  };
}

/** Two who are alike share one of these; two who share one are perhaps alike. */
function traitsOf({ key, fields, localPart, domain, word, mostEdits: edits, name }: Likeness): readonly string[] {
  return [
    ...(key === '' ? [] : [`key ${key}`, `key ${key.replace(/\.[a-z0-9]+$/, '')}`]),
    ...fields.map((field) => `field ${field}`),
    ...(localPart === '' ? [] : [`local ${localPart}`]),
    ...(name === '' ? [] : [`name ${name}`]),
    ...shortened(word, edits).map((rest) => `word ${domain} ${rest}`)
  ];
}

/** A word and what is left of it without one or two letters: words so many edits apart have one of these in common. */
function shortened(word: string, edits: number): readonly string[] {
  if (edits === 0) return [];
  const once = Array.from({ length: word.length }, (_, at) => word.slice(0, at) + word.slice(at + 1));
  return [word, ...once, ...(edits > 1 ? once.flatMap((rest) => shortened(rest, 1).slice(1)) : [])];
}
