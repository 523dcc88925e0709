import { formatPhoneNumber } from '../../core/phone-number/format-phone-number';
import { parsePhoneNumber } from '../../core/phone-number/parse-phone-number';
import { type PhoneCall, type PhoneLeg } from '../phone/phone';
import { isSupervisedBy, supervisedAgent, supervisorsIn } from '../phone/supervision';
import { fill } from './words';
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

/** What a call is doing, in a word, for this rep. */
export function stateWord(call: PhoneCall, agentId: string): Word {
  const { state, channel, direction, legs } = call;
  if (state === 'ringing')
    return channel === 'phone' ? (direction === 'callback' ? 'callback' : 'ringing') : channelWord(channel);
  if (state === 'dialing') return 'calling';
  if (state === 'wrap-up' || state === 'ended') return 'wrapUp';
  if (isSupervisedBy(call, agentId)) return call.supervision?.state === 'barged-in' ? 'inCall' : 'listening';
  if (channel !== 'phone') return channelWord(channel);
  const others = legs.filter((leg) => leg.role !== 'agent' && leg.role !== 'supervisor' && leg.state !== 'ended');
  return others.length > 0 && others.every((leg) => leg.state === 'held') ? 'onHold' : 'inCall';
}

const channelWord = (channel: PhoneCall['channel']): Word => (channel === 'phone' ? 'inCall' : channel);

/** To a supervisor, whom they listen to; to a rep, who barged in. Being listened to in silence is not said. */
export function supervisionWords(call: PhoneCall, agentId: string, words: Words): string {
  if (call.state !== 'connected') return '';
  if (!isSupervisedBy(call, agentId))
    return supervisorsIn(call)
      .map((name) => fill(words.joined, name))
      .join(' · ');
  const agent = supervisedAgent(call);
  if (agent === undefined) return '';
  return fill(call.supervision?.state === 'barged-in' ? words.takingPart : words.listeningTo, legName(agent, words));
}
