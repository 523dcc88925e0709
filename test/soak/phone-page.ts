import { type Interaction } from '../../core/interaction/interaction';
import { type Leg } from './legs';

/** A leg and how many of its words the phone has said. */
export type Spoken = { readonly leg: Leg; place: number };

/** What the rep's one phone page tells whoever asks for everything, as `web/phone-page` does. */
export type PhonePage = {
  /** The phone system has the next word of a leg, whether a page is there to hear it or not. */
  readonly next: (spoken: Spoken) => Interaction;
  /** Another page is the phone from now on: what was over lately came to it by no event. */
  readonly opens: () => void;
  /** What it tells, but for the calls that components have dealt with: what was over before it opened, then what goes on. */
  readonly tells: (dealtWith: readonly string[]) => readonly Interaction[];
};

/** Calls that end in the minutes that a phone system remembers. */
const mostEnded = 12;

export function openPhonePage(): PhonePage {
  const known = new Map<string, Interaction>();
  let endedBefore: ReadonlySet<string> = new Set();
  const isOver = ({ state }: Interaction): boolean => state === 'done';
  const ended = (): readonly Interaction[] => [...known.values()].filter(isOver).slice(-mostEnded);
  return {
    next: (spoken) => {
      spoken.place += 1;
      const said = spoken.leg.words[spoken.place - 1]!;
      // The newest last, so that what is over stands in the order in which it ended.
      known.delete(said.callKey);
      known.set(said.callKey, said);
      return said;
    },
    opens: () => (endedBefore = new Set(ended().map(({ callKey }) => callKey))),
    tells: (dealtWith) => [
      ...ended().filter(({ callKey }) => endedBefore.has(callKey) && !dealtWith.includes(callKey)),
      ...[...known.values()].filter((interaction) => !isOver(interaction))
    ]
  };
}
