import { type LegHistory, type PhoneEvent } from './phone-event';

/** Events of the same instant happen in this order. */
const ranks: Readonly<Record<PhoneEvent['type'], number>> = {
  offered: 0,
  answered: 1,
  held: 2,
  resumed: 3,
  ended: 4,
  'wrapped-up': 5,
  described: 6
};

/** The history with one more event, in its place whenever it arrives; one that is known already, or another leg's, changes nothing. */
export function addPhoneEvent(history: LegHistory, event: PhoneEvent): LegHistory {
  if (Number.isNaN(Date.parse(event.at))) return history;
  if (history[0] && history[0].callKey !== event.callKey) return history;
  // A chat's text so far comes again with every message: only the newest is kept.
  const isOld = history.some((known) => known.details?.text !== undefined && byTime(event, known) < 0);
  const added = isOld ? withoutText(event) : event;
  if (history.some((known) => isSame(known, added))) return history;
  const others = added.details?.text === undefined ? history : history.map((known) => olderThan(added, known));
  return [...others, added].sort(byTime);
}

function olderThan(newest: PhoneEvent, known: PhoneEvent): PhoneEvent {
  return byTime(known, newest) < 0 ? withoutText(known) : known;
}

function withoutText(event: PhoneEvent): PhoneEvent {
  if (event.details?.text === undefined) return event;
  const { text: _text, ...details } = event.details;
  return { ...event, details };
}

function isSame(first: PhoneEvent, second: PhoneEvent): boolean {
  return first.type === second.type && first.at === second.at && identityOf(first) === identityOf(second);
}

function byTime(first: PhoneEvent, second: PhoneEvent): number {
  const difference = Date.parse(first.at) - Date.parse(second.at) || ranks[first.type] - ranks[second.type];
  // The last resort keeps the order independent of arrival.
  return difference || (identityOf(first) < identityOf(second) ? -1 : 1);
}

function identityOf(event: PhoneEvent): string {
  return JSON.stringify(event, (_key, value: unknown) => (isPlain(value) ? sorted(value) : value));
}

function isPlain(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function sorted(value: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}
