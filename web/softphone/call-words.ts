import { formatPhoneNumber } from '../../core/phone-number/format-phone-number';
import { parsePhoneNumber } from '../../core/phone-number/parse-phone-number';
import { type PhoneCall, type PhoneLeg } from '../phone/phone';
import { type Word, type Words } from './words/word';

/** Who the call is with, as the rep would say it. */
export function whoOf({ direction, from, to, legs }: PhoneCall, words: Words): string {
  const isOut = direction === 'outbound' || direction === 'callback' || direction === 'consult';
  const other = legs.find(({ role }) => role === 'customer') ?? legs.find(({ role }) => role === 'third-party');
  const number = isOut ? to : from;
  return other?.name ?? (number === '' ? words.unknownCaller : numberWords(number));
}

/** A leg by its name or number. */
export const legName = ({ name, number }: PhoneLeg, words: Words): string =>
  name ?? (number ? numberWords(number) : words.unknownCaller);

function numberWords(number: string): string {
  return formatPhoneNumber(parsePhoneNumber(number), 'international');
}

/** What a call is doing, in a word. */
export function stateWord({ state, channel, direction, legs }: PhoneCall): Word {
  if (state === 'ringing')
    return channel === 'phone' ? (direction === 'callback' ? 'callback' : 'ringing') : channelWord(channel);
  if (state === 'dialing') return 'calling';
  if (state === 'wrap-up' || state === 'ended') return 'wrapUp';
  if (channel !== 'phone') return channelWord(channel);
  const others = legs.filter((leg) => leg.role !== 'agent' && leg.role !== 'supervisor' && leg.state !== 'ended');
  return others.length > 0 && others.every((leg) => leg.state === 'held') ? 'onHold' : 'inCall';
}

const channelWord = (channel: PhoneCall['channel']): Word => (channel === 'phone' ? 'inCall' : channel);
