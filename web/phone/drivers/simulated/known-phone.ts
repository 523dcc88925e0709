import { type CallChange } from '../../call-change';
import { type PhoneCall, type PhoneEvent, type PhoneLeg } from '../../phone';
import { type ReadSnapshot } from './read-snapshot';

const mostEnded = 100;

/** What is known after an event: the last word on every call that goes on, and on those that were over lately. */
export function afterEvent(known: ReadSnapshot, event: PhoneEvent): ReadSnapshot {
  switch (event.type) {
    case 'call': {
      const { call } = event;
      const others = known.calls.filter(({ callId }) => callId !== call.callId);
      if (call.state === 'ended')
        return { ...known, calls: others, endedCalls: [...without(known.endedCalls, call), call].slice(-mostEnded) };
      const isNew = others.length === known.calls.length;
      const calls = isNew ? [...others, call] : known.calls.map((each) => (each.callId === call.callId ? call : each));
      return { ...known, calls };
    }
    case 'presence':
      return { ...known, presence: event.presence };
    case 'queues':
      return { ...known, queues: event.queues };
    case 'others':
      return { ...known, others: event.others };
    case 'messages':
      return { ...known, messages: event.messages };
    case 'sent-messages':
      return { ...known, sentMessages: event.sentMessages };
    case 'connection':
    case 'audio':
    case 'audio-ended':
    case 'message':
    case 'failure':
      return known;
    default:
      return event satisfies never;
  }
}

/** The last word on a call, also when it is over; an answer that was given before the connection was lost may be older. */
export function newestOf(known: ReadSnapshot, call: PhoneCall): PhoneCall {
  const same = ({ callId }: PhoneCall): boolean => callId === call.callId;
  return known.calls.find(same) ?? known.endedCalls.find(same) ?? call;
}

/** What happened while nobody listened, as the events that would have told it. `now` is for an end that nobody remembers. */
export function newsBetween(before: ReadSnapshot, after: ReadSnapshot, now: string): readonly PhoneEvent[] {
  const gone = without(before.calls, ...after.calls).map(
    (call) => after.endedCalls.find(({ callId }) => callId === call.callId) ?? endOf(call, now)
  );
  const unseen = without(after.endedCalls, ...before.endedCalls, ...before.calls);
  return [
    ...[...gone, ...unseen].map((call): PhoneEvent => ({ type: 'call', change: 'ended', call })),
    ...after.calls.flatMap((call) =>
      changesOf(
        before.calls.find(({ callId }) => callId === call.callId),
        call
      ).map((change): PhoneEvent => ({ type: 'call', change, call }))
    ),
    ...(isSame(before.presence, after.presence)
      ? []
      : [{ type: 'presence', presence: after.presence, by: 'phone-system' } as const]),
    ...(isSame(before.queues, after.queues) ? [] : [{ type: 'queues', queues: after.queues } as const]),
    ...(isSame(before.others, after.others) ? [] : [{ type: 'others', others: after.others } as const]),
    ...(isSame(before.messages, after.messages) ? [] : [{ type: 'messages', messages: after.messages } as const]),
    ...(after.sentMessages === undefined || isSame(before.sentMessages, after.sentMessages)
      ? []
      : [{ type: 'sent-messages', sentMessages: after.sentMessages } as const])
  ];
}

function changesOf(before: PhoneCall | undefined, after: PhoneCall): readonly CallChange[] {
  const byState = { ringing: 'offered', dialing: 'dialing', connected: 'connected' } as const;
  if (before?.state !== after.state)
    return [after.state === 'wrap-up' || after.state === 'ended' ? after.state : byState[after.state]];
  if (isSame(before, after)) return [];
  const was = (leg: PhoneLeg): PhoneLeg | undefined => before.legs.find(({ legId }) => legId === leg.legId);
  const isHeld = (leg?: PhoneLeg): boolean => leg?.state === 'held';
  const isSilent = (leg?: PhoneLeg): boolean => leg?.isMuted === true;
  const stays = after.legs.filter(was);
  const found: readonly (readonly [boolean, CallChange])[] = [
    [stays.length < after.legs.length, 'leg-added'],
    [stays.some((leg) => was(leg)?.state === 'ringing' && leg.state !== 'ringing'), 'leg-connected'],
    [stays.length < before.legs.length, 'leg-removed'],
    [stays.some((leg) => isHeld(leg) !== isHeld(was(leg))), 'held'],
    [before.isMuted !== after.isMuted || stays.some((leg) => isSilent(leg) !== isSilent(was(leg))), 'muted'],
    [before.isMerged !== after.isMerged, 'merged'],
    [before.recording !== after.recording, 'recording'],
    [!isSame(before.supervision, after.supervision), 'supervision']
  ];
  const changes = found.flatMap(([isSo, change]) => (isSo ? [change] : []));
  return changes.length > 0 ? changes : ['updated'];
}

/** A call that is gone, and of which the phone system says nothing any more. */
function endOf(call: PhoneCall, now: string): PhoneCall {
  const unanswered = call.state === 'dialing' ? 'failed' : 'missed';
  return {
    ...call,
    state: 'ended',
    endedAt: call.endedAt ?? now,
    outcome: call.outcome ?? (call.answeredAt === undefined ? unanswered : 'answered'),
    legs: call.legs.map((leg) => ({ ...leg, state: 'ended' }))
  };
}

function without(calls: readonly PhoneCall[], ...those: readonly PhoneCall[]): readonly PhoneCall[] {
  return calls.filter(({ callId }) => !those.some((other) => other.callId === callId));
}

// Both were made by the same reader, so their fields stand in the same order.
const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);
