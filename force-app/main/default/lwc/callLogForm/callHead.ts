import type { WrapUp } from 'c/callLog';
import { fill } from 'c/labelFormat';
import { clockText } from 'c/secondHand';
import { labels, names } from './labels';
import { channelIcon, isDiallable, otherNumber, secondsOf, showNumber } from './shown';

/** What stands above the fields: what it is, with whom, and how far. */
export type CallHead = {
  readonly icon: string;
  readonly kind: string;
  readonly number: string;
  /** To be called back, once the call is over; absent for a chat, and where there is none. */
  readonly dialled?: string;
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
  const isOver = state === 'wrap-up' || state === 'done';
  return {
    icon: channelIcon(channel),
    kind: isManual ? labels.manual : `${names.channel[channel]} · ${names.direction[direction]}`,
    number: number ? showNumber(number, country) : labels.withheld,
    ...(number && isOver && isDiallable(number, country) ? { dialled: number } : {}),
    ...(queue ? { queue: fill(labels.queue, queue) } : {}),
    state: names.state[state],
    duration: clockText(secondsOf(wrapUp, now))
  };
}
