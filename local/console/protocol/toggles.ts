import type { TelephonyEvent } from './connector-message';
import { keyOf, thirdPartiesOf, type CallBook } from './parties';

type MuteToggle = Extract<TelephonyEvent, { event: 'MUTE_TOGGLE' }>['payload'];
type HoldToggle = Extract<TelephonyEvent, { event: 'HOLD_TOGGLE' }>['payload'];

/** Who waits, and who does not. */
export function withHold(
  book: CallBook,
  { isCustomerOnHold, isThirdPartyOnHold, calls, isCallMerged }: HoldToggle
): CallBook {
  const isMany = thirdPartiesOf(book).length > 1;
  const told = new Map(Object.values(calls ?? {}).map((call) => [keyOf(call), call]));
  const parties = book.parties.map((party) => {
    const call = told.get(party.key);
    const said = party.role === 'customer' ? isCustomerOnHold : isThirdPartyOnHold;
    const own = call?.callInfo?.isOnHold;
    // One word cannot speak of several.
    const isOnHold =
      (isMany && party.role === 'third-party' ? (own ?? party.isOnHold) : (said ?? own)) ?? party.isOnHold;
    return { ...party, isOnHold, ...(call ? { call: { ...party.call, ...call } } : {}) };
  });
  return {
    ...book,
    parties,
    isMerged: isCallMerged ?? (parties.some(({ isOnHold }) => isOnHold) ? false : book.isMerged)
  };
}

/** Of the rep, or of the one party that is named when it is not for everybody. */
export function withMute(book: CallBook, { isMuted, call, isGlobal }: MuteToggle): CallBook {
  const { callId } = (call ?? {}) as { readonly callId?: unknown };
  const named = isGlobal === true ? undefined : thirdPartiesOf(book).find(({ key }) => key === callId);
  if (!named) return { ...book, isMuted: isMuted === true };
  const muted = { ...named, isMuted: isMuted === true };
  return { ...book, parties: book.parties.map((party) => (party === named ? muted : party)) };
}
