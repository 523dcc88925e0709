import type { WireCall } from './call-shape';
import type { TelephonyEvent } from './connector-message';
import { isConsult, isOutbound, keyOf, thirdPartiesOf, type CallBook, type Party } from './parties';
import { withHold, withMute } from './toggles';

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
      return withMute(book, event.payload);
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

type Participant = Extract<TelephonyEvent, { event: 'PARTICIPANT_ADDED' }>['payload'];
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
    isOnHold: call.callInfo?.isOnHold ?? known?.isOnHold ?? false,
    isMuted: role === 'third-party' && (call.callInfo?.isMuted ?? known?.isMuted ?? false)
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
    // Of several it says nothing: the SDK looks at the last of them alone.
    const isOnly = thirdPartiesOf(base).length === 1;
    const parties = base.parties.map((party) => (isOnly && party.role === 'third-party' ? { ...party, state } : party));
    return { ...base, parties };
  }
  return withParty(base, { callType: 'AddParticipant', ...call }, state, 'third-party');
}

function withoutParticipant(book: CallBook, callId: string | undefined): CallBook {
  const gone = book.parties.find(({ key, role }) => (callId === undefined ? role === 'third-party' : key === callId));
  if (!gone) return book;
  const parties = book.parties.filter((party) => party !== gone);
  return { ...book, isMerged: book.isMerged && parties.filter(isTalking).length > 1, parties };
}

/** The end of the customer's call is the end of the conversation; so is one that names no call. */
function hungUp(book: CallBook, calls: readonly WireCall[]): CallBook {
  const ids = new Set(calls.map(keyOf));
  const isNamed = ({ key }: Party): boolean => calls.length === 0 || ids.has(key);
  const isOver = book.parties.some((party) => party.role === 'customer' && !isConsult(party.call) && isNamed(party));
  const gone = book.parties.filter((party) => isNamed(party) || (isOver && party.role === 'third-party'));
  const parties = book.parties.filter((party) => !gone.includes(party));
  const answered = gone.filter(({ role, state }) => role === 'customer' && state === 'connected');
  const rest: CallBook = { ...book, parties, wrapUp: [...book.wrapUp, ...answered.map(({ call }) => call)] };
  return parties.length === 0
    ? { ...withoutSupervisor(rest), isMuted: false, isRecordingPaused: false, isMerged: false }
    : rest;
}

const isTalking = ({ role, state }: Party): boolean => role !== 'supervised' && state === 'connected';

function withoutSupervisor({ bargedInBy: _gone, ...book }: CallBook): CallBook {
  return book;
}

function roleOf({ callType, callAttributes }: WireCall): Party['role'] {
  const participant = (callAttributes?.participantType ?? '').toLowerCase();
  if (participant === 'supervisor') return 'supervised';
  const isThird = participant === 'third_party' || (callType ?? '').toLowerCase() === 'addparticipant';
  return isThird ? 'third-party' : 'customer';
}
