import type { PhoneRefusal, Presence, SupervisorAction } from 'c/phoneBridge';

/** What the supervisor asked of the phone, and has not seen happen yet. */
export type Request = { readonly callId: string; readonly action: SupervisorAction; readonly at: number };

/** A phone that has not done it by then does not answer, in milliseconds. */
export const patience = 8_000;

const wanted = { listen: 'listening', 'barge-in': 'barged-in', stop: undefined } as const;

/** Whether what was asked is so now, or cannot be any more. */
export function isDone({ callId, action }: Request, presences: readonly Presence[]): boolean {
  const call = presences.find((presence) => presence.call?.callId === callId)?.call;
  return call === undefined || call.supervision === wanted[action];
}

/** Why it did not happen: the phone's reason, or that it said nothing. */
export type Problem = PhoneRefusal['reason'] | 'silent';
