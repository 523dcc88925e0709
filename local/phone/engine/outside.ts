import { accept, end } from './call-commands';
import { leave } from './finish';
import { abandon } from './incoming';
import { customerOf } from './make-call';
import { mustBe } from './must-be';
import { putCall, type KeptCall, type OrgState } from './org-state';
import { answer } from './outgoing';
import { Refusal } from './shapes';

/** What the customer does on the line. */
export function customerDoes(state: OrgState, callId: string, action: unknown, text: unknown): void {
  if (state.waiting.has(callId) && action === 'hang-up') return abandon(state, callId);
  const call = mustFind(state, callId);
  mustBe(call, 'ringing', 'dialing', 'connected');
  const customer = customerOf(call);
  if (!customer) throw new Refusal('invalid-participant', `${callId} has no customer`);
  if (call.direction === 'callback' && call.state === 'ringing' && action !== 'hang-up')
    throw new Refusal('wrong-state', `Nobody called ${callId} back yet`);
  if (action === 'hang-up') leave(state, call, customer.legId);
  else if (action === 'answer') mustAnswer(state, callId, customer.legId);
  else if (action === 'say' && typeof text === 'string')
    putCall(state, { ...call, text: call.text === undefined ? text : `${call.text}\n${text}` }, 'updated');
  else throw new Refusal('bad-request', 'action must be hang-up, answer or say with a text');
}

/** What a party does: somebody outside, or the agent whom the leg leads to. */
export function legDoes(state: OrgState, callId: string, legId: string, action: unknown): void {
  const call = mustFind(state, callId);
  mustBe(call, 'ringing', 'dialing', 'connected');
  if (!call.legs.some((leg) => leg.legId === legId))
    throw new Refusal('invalid-participant', `${callId} has no leg ${legId}`);
  const peer = state.calls.get(call.peers[legId] ?? '');
  const own = legId === `${callId}-agent` ? call : peer;
  if (action === 'answer') {
    if (own) accept(state, own);
    else mustAnswer(state, callId, legId);
  } else if (action === 'hang-up') {
    if (own) end(state, own, undefined);
    else leave(state, call, legId);
  } else throw new Refusal('bad-request', 'action must be answer or hang-up');
}

export function mustFind(state: OrgState, callId: string): KeptCall {
  const call = state.calls.get(callId);
  if (!call) throw new Refusal('unknown-call', `There is no call ${callId}`);
  return call;
}

function mustAnswer(state: OrgState, callId: string, legId: string): void {
  if (!answer(state, callId, legId)) throw new Refusal('wrong-state', `${legId} does not ring`);
}
