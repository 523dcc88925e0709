import { customerOf, isConsult, thirdPartiesOf, type CallBook, type Party } from './parties';
import type { Capabilities } from './connector-ready';

/** What a rep can press for a call. */
export type Control =
  | 'accept'
  | 'decline'
  | 'end'
  | 'mute'
  | 'hold'
  | 'record'
  | 'add-caller'
  | 'join-caller'
  | 'consult'
  | 'blind-transfer'
  | 'merge'
  | 'swap'
  | 'digits'
  | 'remove'
  | 'barge-in'
  | 'stop-supervising';

/** Whether a control is there, and whether it can be pressed. */
export type ControlState = 'hidden' | 'disabled' | 'enabled';

/** How many there are in a call: the rep, the customer and five more. */
export const mostParties = 7;

/** What the org allows besides: calls of many, and questions to others in a call of their own. */
export type Allowed = { readonly isMultiparty: boolean; readonly isConsult: boolean };
const usual: Allowed = { isMultiparty: false, isConsult: false };

/** Controls of one party: what the connector can do at all, what it says of this call, and how the call stands. */
export function controlsOf(
  book: CallBook,
  party: Party,
  able: Partial<Capabilities> = {},
  allowed: Allowed = usual
): Readonly<Record<Control, ControlState>> {
  const { state, role, isOnHold } = party;
  const info = party.call.callInfo ?? {};
  const isRinging = state === 'ringing' || state === 'queued';
  const isConnected = state === 'connected';
  const isCustomer = role === 'customer';
  const isThird = role === 'third-party';
  const isFirst = isCustomer && !isConsult(party.call);
  const isSupervised = role === 'supervised';
  const thirds = thirdPartiesOf(book);
  const two = customerOf(book) !== undefined && thirds.length > 0;
  const isTogether = two && thirds.some((each) => each.state === 'connected');
  const hasRoom = allowed.isMultiparty ? thirds.length < mostParties - 2 : !two;
  const isConsulting = book.parties.some((each) => isConsult(each.call));
  const showsAdding = isFirst && info.showAddCallerButton !== false && !isRinging;
  const canAdd = isConnected && hasRoom && info.addCallerEnabled !== false;
  const offered = (isShown: boolean, isEnabled: boolean): ControlState =>
    !isShown ? 'hidden' : isEnabled ? 'enabled' : 'disabled';
  return {
    accept: offered(isRinging && !isSupervised, info.acceptEnabled !== false),
    decline: offered(isRinging && !isSupervised, info.declineEnabled !== false),
    end: offered(!isRinging && isCustomer, info.endCallDisabled !== true),
    mute: offered(
      able.MUTE === true &&
        (isCustomer || (isThird && allowed.isMultiparty)) &&
        info.showMuteButton !== false &&
        !isRinging,
      isConnected && info.muteEnabled !== false
    ),
    hold: offered(
      !isRinging && !isSupervised,
      // SDK, PhoneCallAttributes: such a call "cannot be put on hold, and is being auto-merged".
      isConnected && info.holdEnabled !== false && party.call.callAttributes?.isAutoMergeOn !== true
    ),
    record: offered(
      able.RECORD === true && isCustomer && info.showRecordButton !== false && !isRinging,
      isConnected && info.recordEnabled !== false
    ),
    'add-caller': offered(showsAdding, canAdd),
    'join-caller': offered(showsAdding && allowed.isMultiparty, canAdd),
    consult: offered(
      able.CAN_CONSULT === true && allowed.isConsult && isFirst && !isRinging,
      isConnected && !two && !isConsulting
    ),
    'blind-transfer': offered(
      able.BLIND_TRANSFER === true && isCustomer && info.showAddBlindTransferButton !== false && !isRinging,
      isConnected && !two
    ),
    merge: offered(
      able.MERGE === true && isCustomer && two && info.showMergeButton !== false,
      isTogether && !book.isMerged && info.conferenceEnabled !== false
    ),
    swap: offered(
      able.SWAP === true && isCustomer && two && info.showSwapButton !== false,
      isTogether && !book.isMerged && info.swapEnabled !== false
    ),
    digits: offered(able.DIAL_PAD !== true && isCustomer && !isRinging, isConnected),
    remove: removal(party, info.removeParticipantVariant ?? 'ALWAYS', isOnHold),
    'barge-in': offered(able.SUPERVISOR_BARGE_IN === true && isSupervised, isConnected && !book.isBargedIn),
    'stop-supervising': offered(isSupervised, true)
  };
}

/** Docs: ALWAYS, NEVER, or only while the party is not on hold. */
function removal({ role }: Party, variant: string, isOnHold: boolean): ControlState {
  if (role !== 'third-party' || variant.toUpperCase() === 'NEVER') return 'hidden';
  return variant.toUpperCase() === 'ALWAYS_EXCEPT_ON_HOLD' && isOnHold ? 'disabled' : 'enabled';
}
