import { accept } from './call-commands';
import { customerOf } from './make-call';
import { mustBe, mustBeFree } from './must-be';
import { clearTimer, putCall, type KeptCall, type OrgState } from './org-state';
import { ringOutside } from './outgoing';
import { followCalls } from './presence';

/** The agent takes what is offered: a caller who waits on the line, or one who wants to be called back, and is called now. */
export function take(state: OrgState, call: KeptCall): KeptCall {
  const customer = customerOf(call);
  if (call.direction !== 'callback' || !customer) return accept(state, call);
  mustBe(call, 'ringing');
  mustBeFree(state, call.agentId);
  clearTimer(state, `ring ${call.callId}`);
  const dialing = putCall(state, { ...call, state: 'dialing' }, 'dialing');
  followCalls(state, call.agentId);
  return ringOutside(state, dialing, customer);
}
