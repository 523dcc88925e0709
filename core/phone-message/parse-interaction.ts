import {
  channels,
  directions,
  interactionStates,
  outcomes,
  type Interaction,
  type RecordMatch
} from '../interaction/interaction';
import {
  address,
  asFields,
  count,
  type Fields,
  listOf,
  may,
  must,
  objectOf,
  oneOf,
  text,
  textUpTo,
  time
} from './read-fields';

/** Longest chat or transcript that travels in one message, in UTF-16 units. */
export const longestInteractionText = 20_000_000;

const longestAttribute = 10_000;
const mostAttributes = 200;
const mostMatches = 200;
const recordId = /^[A-Za-z0-9]{15}([A-Za-z0-9]{3})?$/;
/** CallKey__c is Text(255) and carries `:follow-up` or `#0001` besides. */
const longestKey = 240;
// Names that would change an object's make rather than be one of its fields.
const unsafeNames = new Set(['__proto__', 'constructor', 'prototype']);

/** The interaction in a foreign value. What a call cannot be logged without must be right; a bad extra is left out. */
export const parseInteraction: (value: unknown) => Interaction | undefined = objectOf(readInteraction);

/** The same, as a reader of fields that names the field it refuses. */
export function readInteraction(fields: Fields): Interaction {
  return {
    callKey: must(fields, 'callKey', key),
    interactionKey: must(fields, 'interactionKey', key),
    channel: must(fields, 'channel', oneOf(channels)),
    direction: must(fields, 'direction', oneOf(directions)),
    state: must(fields, 'state', oneOf(interactionStates)),
    ...may(fields, 'queue', text),
    ...may(fields, 'from', text),
    ...may(fields, 'to', text),
    ...may(fields, 'vendorCallId', text),
    startedAt: must(fields, 'startedAt', time),
    ...may(fields, 'answeredAt', time),
    ...may(fields, 'endedAt', time),
    talkSeconds: must(fields, 'talkSeconds', count),
    holdSeconds: must(fields, 'holdSeconds', count),
    ...may(fields, 'outcome', oneOf(outcomes)),
    ...may(fields, 'recordingUrl', address),
    ...may(fields, 'transcriptUrl', address),
    ...may(fields, 'text', textUpTo(longestInteractionText)),
    attributes: attributesIn(fields.attributes),
    ...may(fields, 'match', listOf(mostMatches, recordMatch))
  };
}

/** A record that somebody found for an interaction. */
export const recordMatch: (value: unknown) => RecordMatch | undefined = objectOf((fields) => ({
  recordId: must(fields, 'recordId', (value) =>
    typeof value === 'string' && recordId.test(value) ? value : undefined
  ),
  name: must(fields, 'name', text),
  objectName: must(fields, 'objectName', text)
}));

function key(value: unknown): string | undefined {
  const read = text(value);
  return read !== undefined && read.length <= longestKey && read === read.trim() ? read : undefined;
}

function attributesIn(value: unknown): Readonly<Record<string, string>> {
  const pairs = Object.entries(asFields(value) ?? {}).flatMap(
    ([name, content]): readonly (readonly [string, string])[] => {
      const said = typeof content === 'number' || typeof content === 'boolean' ? String(content) : content;
      const fits = typeof said === 'string' && said.length <= longestAttribute && text(name) !== undefined;
      return fits && !unsafeNames.has(name) ? [[name, said]] : [];
    }
  );
  return Object.fromEntries(pairs.slice(0, mostAttributes));
}
