import type { WireCall } from './call-shape';
import type { TelephonyEvent } from './connector-message';

/** One party of the rep's conversation, as the connector last told of it. */
export type Party = {
  readonly key: string;
  readonly role: 'customer' | 'third-party' | 'supervised';
  readonly state: 'ringing' | 'dialing' | 'queued' | 'transferring' | 'connected';
  readonly isOnHold: boolean;
  readonly call: WireCall;
};

/** Everything that the dialer shows of calls. */
export type CallBook = {
  readonly parties: readonly Party[];
  readonly isMuted: boolean;
  readonly isRecordingPaused: boolean;
  readonly isMerged: boolean;
  /** Calls that ended and whose work afterwards is not done. */
  readonly wrapUp: readonly WireCall[];
  /** Mean opinion scores by call. */
  readonly scores: Readonly<Record<string, number>>;
  /** The supervisor who joined the conversation. */
  readonly bargedInBy?: string;
  readonly isBargedIn: boolean;
};

/** No call. */
export const emptyBook: CallBook = {
  parties: [],
  isMuted: false,
  isRecordingPaused: false,
  isMerged: false,
  wrapUp: [],
  scores: {},
  isBargedIn: false
};

/** The calls after an event; what is no matter of calls changes nothing. */
export function nextBook(book: CallBook, event: TelephonyEvent): CallBook {
  switch (event.event) {
    case 'CALL_STARTED':
      return withParty(book, event.payload, isOutbound(event.payload) ? 'dialing' : 'ringing');
    case 'QUEUED_CALL_STARTED':
      return withParty(book, event.payload, 'queued');
    case 'CALL_CONNECTED':
      return withParty(book, event.payload, 'connected');
    case 'CALL_FAILED':
      return { ...book, parties: book.parties.filter(({ state }) => state !== 'dialing') };
    case 'CALL_UPDATED':
      return event.payload.call ? withCall(book, event.payload.call) : book;
    case 'HANGUP':
      return hungUp(book, [event.payload ?? []].flat());
    case 'PARTICIPANT_ADDED':
      return withParticipant(book, event.payload, 'transferring');
    case 'PARTICIPANT_CONNECTED':
      return withParticipant(book, event.payload, 'connected');
    case 'PARTICIPANT_REMOVED':
      return event.payload === false ? book : withoutParticipant(book, event.payload.callId ?? undefined);
    case 'MUTE_TOGGLE':
      return { ...book, isMuted: event.payload.isMuted === true };
    case 'RECORDING_TOGGLE':
      return { ...book, isRecordingPaused: event.payload.isRecordingPaused === true };
    case 'HOLD_TOGGLE':
      return withHold(book, event.payload);
    case 'SUPERVISOR_CALL_STARTED':
      return withParty(book, event.payload, 'ringing', 'supervised');
    case 'SUPERVISOR_CALL_CONNECTED':
      return withParty(book, event.payload, 'connected', 'supervised');
    case 'SUPERVISOR_BARGED_IN':
      return { ...withParty(book, event.payload, 'connected', 'supervised'), isBargedIn: true };
    case 'SUPERVISOR_HANGUP':
      return { ...book, isBargedIn: false, parties: book.parties.filter(({ role }) => role !== 'supervised') };
    case 'CALL_BARGED_IN':
      return event.payload.isBargedIn === false
        ? withoutSupervisor(book)
        : { ...book, bargedInBy: event.payload.supervisorName ?? '' };
    case 'UPDATE_AUDIO_STATS_COMPLETED':
      return { ...book, scores: { ...book.scores, [event.payload.callId]: event.payload.mos } };
    case 'WRAP_UP_ENDED':
    case 'AFTER_CONVERSATION_WORK_ENDED':
      return { ...book, wrapUp: [] };
    default:
      return book;
  }
}

/** The rep said that the work after this call is done. */
export const wrappedUp = (book: CallBook, call: WireCall): CallBook => ({
  ...book,
  wrapUp: book.wrapUp.filter((each) => each !== call)
});

/** The party that called, or was called, first. */
export const customerOf = ({ parties }: CallBook): Party | undefined => parties.find(({ role }) => role === 'customer');

/** A further party of the conversation. */
export const thirdPartyOf = ({ parties }: CallBook): Party | undefined =>
  parties.find(({ role }) => role === 'third-party');

/** Whether the rep placed the call. */
export const isOutbound = ({ callType }: WireCall): boolean =>
  ['outbound', 'dialedcallback', 'consult', 'internalcall'].includes((callType ?? '').toLowerCase());

type Participant = Extract<TelephonyEvent, { event: 'PARTICIPANT_ADDED' }>['payload'];
type HoldToggle = Extract<TelephonyEvent, { event: 'HOLD_TOGGLE' }>['payload'];

function withParty(book: CallBook, call: WireCall, state: Party['state'], as?: Party['role']): CallBook {
  const key = keyOf(call);
  const known = book.parties.find((party) => party.key === key);
  const role = as ?? known?.role ?? roleOf(call);
  const merged = { ...known?.call, ...call };
  const party: Party = {
    key,
    role,
    state,
    call: merged,
    isOnHold: call.callInfo?.isOnHold ?? known?.isOnHold ?? false
  };
  const first = book.parties.length === 0 && role === 'customer';
  return {
    ...book,
    ...(first ? { ...standing(call), isMerged: false } : {}),
    parties: known ? book.parties.map((each) => (each === known ? party : each)) : [...book.parties, party]
  };
}

const standing = ({ callInfo }: WireCall): Pick<CallBook, 'isMuted' | 'isRecordingPaused'> => ({
  isMuted: callInfo?.isMuted === true,
  isRecordingPaused: callInfo?.isRecordingPaused === true
});

function withCall(book: CallBook, call: WireCall): CallBook {
  const parties = book.parties.map((party) =>
    party.key === keyOf(call)
      ? { ...party, call: { ...party.call, ...call }, isOnHold: call.callInfo?.isOnHold ?? party.isOnHold }
      : party
  );
  return { ...book, parties };
}

function withParticipant(book: CallBook, added: Participant, state: Party['state']): CallBook {
  const { initialCallHasEnded, ...call } = added;
  const base = initialCallHasEnded
    ? { ...book, parties: book.parties.filter(({ role }) => role !== 'customer') }
    : book;
  if (call.callId === undefined || call.callId === null) {
    const parties = base.parties.map((party) => (party.role === 'third-party' ? { ...party, state } : party));
    return { ...base, parties };
  }
  return withParty(base, { callType: 'AddParticipant', ...call }, state, 'third-party');
}

function withoutParticipant(book: CallBook, callId: string | undefined): CallBook {
  const gone = book.parties.find(({ key, role }) => (callId === undefined ? role === 'third-party' : key === callId));
  return gone ? { ...book, isMerged: false, parties: book.parties.filter((party) => party !== gone) } : book;
}

/** The end of the customer's call is the end of the conversation; so is one that names no call. */
function hungUp(book: CallBook, calls: readonly WireCall[]): CallBook {
  const ids = new Set(calls.map(keyOf));
  const isNamed = ({ key }: Party): boolean => calls.length === 0 || ids.has(key);
  const isOver = book.parties.some((party) => party.role === 'customer' && isNamed(party));
  const gone = book.parties.filter((party) => isNamed(party) || (isOver && party.role === 'third-party'));
  const parties = book.parties.filter((party) => !gone.includes(party));
  const answered = gone.filter(({ role, state }) => role === 'customer' && state === 'connected');
  const rest: CallBook = { ...book, parties, wrapUp: [...book.wrapUp, ...answered.map(({ call }) => call)] };
  return parties.length === 0
    ? { ...withoutSupervisor(rest), isMuted: false, isRecordingPaused: false, isMerged: false }
    : rest;
}

function withHold(book: CallBook, { isCustomerOnHold, isThirdPartyOnHold, calls, isCallMerged }: HoldToggle): CallBook {
  const told = new Map(Object.values(calls ?? {}).map((call) => [keyOf(call), call]));
  const parties = book.parties.map((party) => {
    const call = told.get(party.key);
    const said = party.role === 'customer' ? isCustomerOnHold : isThirdPartyOnHold;
    const isOnHold = said ?? call?.callInfo?.isOnHold ?? party.isOnHold;
    return { ...party, isOnHold, ...(call ? { call: { ...party.call, ...call } } : {}) };
  });
  return {
    ...book,
    parties,
    isMerged: isCallMerged ?? (parties.some(({ isOnHold }) => isOnHold) ? false : book.isMerged)
  };
}

function withoutSupervisor({ bargedInBy: _gone, ...book }: CallBook): CallBook {
  return book;
}

const keyOf = ({ callId, connectionId, phoneNumber }: WireCall): string => callId ?? connectionId ?? phoneNumber ?? '';

function roleOf({ callType, callAttributes }: WireCall): Party['role'] {
  const participant = (callAttributes?.participantType ?? '').toLowerCase();
  if (participant === 'supervisor') return 'supervised';
  const isThird = participant === 'third_party' || (callType ?? '').toLowerCase() === 'addparticipant';
  return isThird ? 'third-party' : 'customer';
}
