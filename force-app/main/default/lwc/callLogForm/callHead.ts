import type { WrapUp } from 'c/callLog';
import { fill } from 'c/labelFormat';
import { clockText } from 'c/secondHand';
import { labels, names } from './labels';
import { channelIcon, otherNumber, secondsOf, showNumber } from './shown';

/** What stands above the fields: what it is, with whom, and how far. */
export type CallHead = {
  readonly icon: string;
  readonly kind: string;
  readonly number: string;
  readonly queue?: string;
  readonly state: string;
  readonly duration: string;
};

/** The head of a wrap-up at a moment, in milliseconds since 1970. */
export function headOf(
  wrapUp: WrapUp,
  { country, now }: { readonly country?: string; readonly now: number }
): CallHead {
  const { interaction, isManual } = wrapUp;
  const { channel, direction, queue, state } = interaction;
  const number = otherNumber(interaction);
  return {
    icon: channelIcon(channel),
    kind: isManual ? labels.manual : `${names.channel[channel]} · ${names.direction[direction]}`,
    number: number ? showNumber(number, country) : labels.withheld,
    ...(queue ? { queue: fill(labels.queue, queue) } : {}),
    state: names.state[state],
    duration: clockText(secondsOf(wrapUp, now))
  };
}
