import { type Interaction, type InteractionState, type Outcome } from './interaction';
import { type LegDetails, type LegHistory, type PhoneEvent } from './phone-event';

type Leg = {
  readonly state: InteractionState;
  readonly talk: number;
  readonly hold: number;
  /** When the running stretch of talk or hold began, in milliseconds. */
  readonly since?: number;
  readonly answeredAt?: string;
  readonly endedAt?: string;
  readonly said?: Outcome;
};

/**
 * The interaction that a leg's events add up to; undefined before the first event.
 * A running stretch of talk or hold is counted up to `now` (ISO-8601), or up to the last event when it is left out.
 */
export function interactionOf(history: LegHistory, now?: string): Interaction | undefined {
  const [first] = history;
  if (!first) return undefined;
  const leg = history.reduce(step, { state: 'ringing', talk: 0, hold: 0 });
  const until = Date.parse(now ?? history[history.length - 1]?.at ?? first.at);
  const { talk, hold } = leg.since === undefined ? leg : counted(leg, until);
  const { interactionKey, channel = 'phone', direction = 'inbound', attributes, ...details } = detailsOf(history);
  const outcome = leg.endedAt === undefined ? undefined : outcomeOf(leg, channel, direction);
  return {
    callKey: first.callKey,
    interactionKey: interactionKey ?? first.callKey,
    channel,
    direction,
    state: leg.state,
    ...details,
    startedAt: first.at,
    ...(leg.answeredAt === undefined ? {} : { answeredAt: leg.answeredAt }),
    ...(leg.endedAt === undefined ? {} : { endedAt: leg.endedAt }),
    talkSeconds: Math.round(talk / 1000),
    holdSeconds: Math.round(hold / 1000),
    ...(outcome === undefined ? {} : { outcome }),
    attributes: attributes ?? {}
  };
}

function step(leg: Leg, event: PhoneEvent): Leg {
  const at = Date.parse(event.at);
  switch (event.type) {
    case 'answered':
      return leg.state === 'ringing' ? { ...leg, state: 'active', since: at, answeredAt: event.at } : leg;
    case 'held':
      // A leg on hold was answered, even when nobody told us.
      if (leg.state === 'ringing') return { ...leg, state: 'held', since: at, answeredAt: event.at };
      return leg.state === 'active' ? { ...counted(leg, at), state: 'held', since: at } : leg;
    case 'resumed':
      if (leg.state === 'ringing') return { ...leg, state: 'active', since: at, answeredAt: event.at };
      return leg.state === 'held' ? { ...counted(leg, at), state: 'active', since: at } : leg;
    case 'ended':
      return leg.endedAt === undefined && leg.state !== 'done' ? ended(leg, event) : leg;
    case 'wrapped-up':
      // Wrapped up without an end: the end got lost, this is the last moment it can have been.
      return { ...(leg.endedAt === undefined ? ended(leg, event) : leg), state: 'done' };
    case 'offered':
    case 'described':
      return leg;
    default:
      return event.type satisfies never;
  }
}

function ended(leg: Leg, event: PhoneEvent): Leg {
  const { since: _over, ...rest } = counted(leg, Date.parse(event.at));
  // Nobody wraps up what nobody answered.
  const state = leg.answeredAt === undefined ? 'done' : 'wrap-up';
  return { ...rest, state, endedAt: event.at, ...(event.outcome === undefined ? {} : { said: event.outcome }) };
}

function counted(leg: Leg, until: number): Leg {
  if (leg.since === undefined) return leg;
  const stretch = Math.max(0, until - leg.since);
  return leg.state === 'held' ? { ...leg, hold: leg.hold + stretch } : { ...leg, talk: leg.talk + stretch };
}

function outcomeOf(leg: Leg, channel: Interaction['channel'], direction: Interaction['direction']): Outcome {
  if (channel === 'voicemail') return leg.said === 'failed' ? 'failed' : 'voicemail';
  if (leg.answeredAt !== undefined) {
    // Only these two can be true of what was answered.
    return leg.said === 'voicemail' || leg.said === 'failed' ? leg.said : 'answered';
  }
  if (leg.said !== undefined && leg.said !== 'answered') return leg.said;
  return direction === 'outbound' ? 'failed' : 'missed';
}

function detailsOf(history: LegHistory): LegDetails {
  return history.reduce<LegDetails>((known, { details }) => {
    if (!details) return known;
    const said = Object.fromEntries(Object.entries(details).filter(([, value]) => value !== undefined)) as LegDetails;
    const attributes = { ...known.attributes, ...said.attributes };
    return { ...known, ...said, ...(Object.keys(attributes).length > 0 ? { attributes } : {}) };
  }, {});
}
