import { fill } from 'c/labelFormat';
import { longestRepMessage, type Addressee, type RepMessageDraft } from 'c/phoneBridge';
import { labels } from './labels';

/** What the supervisor wrote, before it is sent. */
export type Draft = {
  readonly text: string;
  /** The value of a choice of {@link addresseeOptions}. */
  readonly to: string;
  /** Seconds as the value of a choice; empty for a message that stands until it is withdrawn. */
  readonly lasts: string;
  readonly isImportant: boolean;
};

export type Option = { readonly label: string; readonly value: string };

export const emptyDraft: Draft = { text: '', to: 'everybody', lasts: '', isImportant: false };

const durations = [
  [30, 'minute'],
  [1, 'hour'],
  [4, 'hour'],
  [8, 'hour'],
  [1, 'day'],
  [7, 'day']
] as const;
const secondsIn = { minute: 60, hour: 3_600, day: 86_400 } as const;

/** How long a message may stand, in the person's language. */
export function durationOptions(language: string): readonly Option[] {
  return [
    { value: '', label: labels.always },
    ...durations.map(([count, unit]) => ({
      value: String(count * secondsIn[unit]),
      label: new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'long' }).format(count)
    }))
  ];
}

/** Everybody, then queues, then reps by name; whom the draft names stays there when they are gone, and the phone system refuses. */
export function addresseeOptions(addressees: readonly Addressee[]): readonly Option[] {
  const order = ['everybody', 'queue', 'agent'];
  return addressees
    .map((addressee) => ({ addressee, value: choiceOf(addressee), label: addresseeText(addressee) }))
    .sort(
      (one, other) =>
        order.indexOf(one.addressee.kind) - order.indexOf(other.addressee.kind) || one.label.localeCompare(other.label)
    )
    .map(({ value, label }) => ({ value, label }));
}

export function addresseeText(addressee: Addressee): string {
  if (addressee.kind === 'everybody') return labels.everybody;
  return addressee.kind === 'queue' ? fill(labels.queue, addressee.name) : addressee.name;
}

/** What is wrong with it, in words; undefined when it can be sent. */
export function draftProblem({ text }: Draft): string | undefined {
  const { length } = text.trim();
  if (length === 0) return labels.empty;
  if (length > longestRepMessage) return fill(labels.tooLong, longestRepMessage, length - longestRepMessage);
  return undefined;
}

/** The draft as the phone takes it. */
export function sentDraft({ text, to, lasts, isImportant }: Draft, requestId: string): RepMessageDraft {
  const [kind, ...rest] = to.split(' ');
  const id = rest.join(' ');
  return {
    requestId,
    text: text.trim(),
    to: kind === 'queue' || kind === 'agent' ? { kind, id } : { kind: 'everybody' },
    isImportant,
    ...(lasts === '' ? {} : { forSeconds: Number(lasts) })
  };
}

function choiceOf(addressee: Addressee): string {
  return addressee.kind === 'everybody' ? addressee.kind : `${addressee.kind} ${addressee.id}`;
}
