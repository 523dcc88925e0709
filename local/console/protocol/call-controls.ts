import { customerOf, thirdPartyOf, type CallBook, type Party } from './call-book';
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
  | 'blind-transfer'
  | 'merge'
  | 'swap'
  | 'digits'
  | 'remove'
  | 'barge-in'
  | 'stop-supervising';

/** Whether a control is there, and whether it can be pressed. */
export type ControlState = 'hidden' | 'disabled' | 'enabled';

/** Controls of one party: what the connector can do at all, what it says of this call, and how the call stands. */
export function controlsOf(
  book: CallBook,
  party: Party,
  able: Partial<Capabilities> = {}
): Readonly<Record<Control, ControlState>> {
  const { state, role, isOnHold } = party;
  const info = party.call.callInfo ?? {};
  const isRinging = state === 'ringing' || state === 'queued';
  const isConnected = state === 'connected';
  const isCustomer = role === 'customer';
  const isSupervised = role === 'supervised';
  const two = customerOf(book) !== undefined && thirdPartyOf(book) !== undefined;
  const isTogether = two && thirdPartyOf(book)?.state === 'connected';
  const offered = (isShown: boolean, isEnabled: boolean): ControlState =>
    !isShown ? 'hidden' : isEnabled ? 'enabled' : 'disabled';
  return {
    accept: offered(isRinging && !isSupervised, info.acceptEnabled !== false),
    decline: offered(isRinging && !isSupervised, info.declineEnabled !== false),
    end: offered(!isRinging && isCustomer, info.endCallDisabled !== true),
    mute: offered(
      able.MUTE === true && isCustomer && info.showMuteButton !== false && !isRinging,
      isConnected && info.muteEnabled !== false
    ),
    hold: offered(!isRinging && !isSupervised, isConnected && info.holdEnabled !== false),
    record: offered(
      able.RECORD === true && isCustomer && info.showRecordButton !== false && !isRinging,
      isConnected && info.recordEnabled !== false
    ),
    'add-caller': offered(
      isCustomer && info.showAddCallerButton !== false && !isRinging,
      isConnected && !two && info.addCallerEnabled !== false
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
