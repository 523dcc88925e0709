import { type Channel, type Interaction } from '../../core/interaction/interaction';
import { longText } from '../outbox/scenario-log';
import { type Random } from './random';

/** One leg as the phone tells of it, word by word, and whether it is to be logged. */
export type Leg = { readonly words: readonly Interaction[]; readonly isLogged: boolean };

const begin = Date.parse('2026-03-02T08:00:00.000Z');
const lengths = [0, 0, 120, 120, 2_500, 2_500, 5_000, 5_000, 40_000, 140_000];

/** The legs of the nth conversation: mostly one, two where it was handed on. */
export function legsOf(random: Random, place: number): readonly Leg[] {
  const channel = random.oneOf<Channel>(['phone', 'phone', 'phone', 'chat', 'voicemail']);
  const count = channel === 'phone' && random.chance(0.2) ? 2 : 1;
  return Array.from({ length: count }, (_, leg) => legOf(random, channel, `conversation-${place}`, leg));
}

function legOf(random: Random, channel: Channel, interactionKey: string, place: number): Leg {
  const start = begin + random.below(36_000) * 1000;
  const at = (seconds: number): string => new Date(start + seconds * 1000).toISOString();
  const [rings, talks, holds] = [
    1 + random.below(20),
    5 + random.below(900),
    random.chance(0.3) ? random.below(60) : 0
  ];
  const isTaken = channel === 'voicemail' || place > 0 || random.chance(0.85);
  const direction = channel === 'phone' && place === 0 && random.chance(0.3) ? 'outbound' : 'inbound';
  const queue = direction === 'inbound' && random.chance(0.4) ? 'Support' : undefined;
  const text = channel === 'phone' ? '' : longText(random.oneOf(lengths)).slice(0, 140_000);
  const number = `+1415555${String(random.below(10_000)).padStart(4, '0')}`;
  const ringing: Interaction = {
    ...{ callKey: `${interactionKey}/${place}`, interactionKey, channel, direction, state: 'ringing' },
    ...(direction === 'outbound' ? { from: '+442079460000', to: number } : { from: number, to: '+442079460000' }),
    ...(queue === undefined ? {} : { queue }),
    ...{ startedAt: at(0), talkSeconds: 0, holdSeconds: 0, attributes: {} }
  };
  if (!isTaken) {
    const outcome = direction === 'outbound' ? 'failed' : 'abandoned';
    const over: Interaction = { ...ringing, state: 'done', endedAt: at(rings), outcome };
    return { words: [ringing, over], isLogged: direction === 'outbound' || queue === undefined };
  }
  const active: Interaction = {
    ...ringing,
    state: 'active',
    answeredAt: at(rings),
    ...(text === '' ? {} : { text: text.slice(0, 80) })
  };
  const held: Interaction = { ...active, state: 'held' };
  const grown: Interaction = {
    ...active,
    talkSeconds: 1,
    ...(text === '' ? {} : { text: text.slice(0, text.length / 2) })
  };
  const over: Interaction = {
    ...{
      ...active,
      state: 'wrap-up',
      endedAt: at(rings + talks + holds),
      outcome: channel === 'voicemail' ? 'voicemail' : 'answered'
    },
    ...{ talkSeconds: talks, holdSeconds: holds, ...(text === '' ? {} : { text }) }
  };
  const recorded: Interaction = {
    ...over,
    recordingUrl: `https://phone.example.com/recordings/${interactionKey}/${place}`
  };
  const words = [
    ringing,
    active,
    ...(holds > 0 ? [held, active] : []),
    ...(random.chance(0.4) ? [grown] : []),
    over,
    ...(channel === 'phone' && random.chance(0.6) ? [recorded] : []),
    { ...(channel === 'phone' ? recorded : over), state: 'done' as const }
  ];
  return { words, isLogged: true };
}
