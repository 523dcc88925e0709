import type { KeptCall } from './kept-call';
import type { Outbox } from './outbox';

export type Step =
  { readonly do: 'create' | 'complete' } | { readonly do: 'rest' } | { readonly do: 'wait'; readonly until: number };

/** Tries after which a transfer that cannot be created no longer keeps the call before it open. */
const patience = 4;
const lookAgainAfter = 500;

/** What Salesforce must hear next of a call, in view of the calls that it came from and went to. */
export function nextStep(outbox: Outbox, call: KeptCall, now: number): Step {
  if (call.creation === 'wanted') {
    const parent = parentOf(outbox, call);
    return parent !== undefined && isComing(parent) ? waitFor(parent, now) : { do: 'create' };
  }
  if (call.completion !== 'wanted') return { do: 'rest' };
  // Completing a call closes its conversation unless it has a next call [Update a Voice Call Record, isActiveCall].
  const next = outbox.transfersOf(call.orgId, call.callKey).find((each) => each.creation === 'wanted');
  const isThere = call.creation === 'created' || call.creation === 'theirs';
  if (isThere && next !== undefined && next.attempts < patience) return waitFor(next, now);
  return { do: 'complete' };
}

export function parentOf(outbox: Outbox, { orgId, start }: KeptCall): KeptCall | undefined {
  return start.parentCallKey === undefined ? undefined : outbox.find(orgId, start.parentCallKey);
}

/** The call that the conversation began with, as far back as this node heard of it. */
export function firstOf(outbox: Outbox, call: KeptCall): KeptCall {
  const seen = new Set([call.callKey]);
  for (let first = call; ;) {
    const parent = parentOf(outbox, first);
    if (parent === undefined || seen.has(parent.callKey)) return first;
    seen.add(parent.callKey);
    first = parent;
  }
}

/** It will be created; or its completion will create it. */
function isComing({ creation, completion }: KeptCall): boolean {
  return creation === 'wanted' || (creation !== 'created' && creation !== 'theirs' && completion === 'wanted');
}

function waitFor(other: KeptCall, now: number): Step {
  return { do: 'wait', until: Math.max(other.dueAt ?? now, now + lookAgainAfter) };
}
