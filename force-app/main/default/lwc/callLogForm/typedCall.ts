import type { Interaction } from 'c/phoneBridge';

/** The call that a rep describes, with another number of the other side. */
export function withNumber({ from: _from, to: _to, ...rest }: Interaction, number: string): Interaction {
  return { ...rest, ...(rest.direction === 'outbound' ? { to: number } : { from: number }) };
}

/** The call that a rep describes, the other way; the number stays the other side's. */
export function withDirection(call: Interaction, direction: 'inbound' | 'outbound'): Interaction {
  return withNumber({ ...call, direction }, call.from ?? call.to ?? '');
}
