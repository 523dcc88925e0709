import { nextBook, wrappedUp } from '../../protocol/call-book';
import { emptyBook, isOutbound, type CallBook, type Party } from '../../protocol/parties';
import type { WireCall, WireContact } from '../../protocol/call-shape';
import type { TelephonyEvent } from '../../protocol/connector-message';
import { offline, type PresenceStatus } from '../../protocol/connector-config';
import { isReady } from '../../protocol/host-state';
import { settings } from '../settings';
import type { CallAction } from './call-action';
import { openContactSearch } from './contact-search';
import type { Omni } from './omni';
import type { RepCalls } from './rep-calls';
import type { SharedStatus } from './shared-status';

/** What the rep sees of presence, calls and contacts, and what a rep can do. */
export type Desk = {
  readonly now: () => DeskState;
  readonly onChange: (listener: (state: DeskState) => void) => void;
  readonly setStatus: (statusId: string) => void;
  readonly act: (action: CallAction, party: Party) => void;
  readonly dial: (contact: WireContact, params?: string) => void;
  /** Hands the call on, asks somebody while the others wait, or adds somebody who is in the conversation on answering. */
  readonly addParticipant: (contact: WireContact, how: 'blind' | 'consulted' | 'joins') => void;
  /** Asks somebody in a call beside the customer's. */
  readonly consult: (contact: WireContact) => void;
  readonly findContacts: (contains: string, types: readonly string[]) => void;
  readonly finishWrapUp: (call: WireCall) => void;
  readonly logOut: () => void;
};

/** Everything that a rep sees besides the state of the host. */
export type DeskState = {
  readonly status: PresenceStatus;
  /** Chosen, and to be taken after the call or when the connector agrees. */
  readonly pendingStatus?: PresenceStatus;
  /** The pending status is to be taken when no call is left. */
  readonly isAfterCall?: boolean;
  readonly book: CallBook;
  readonly contacts?: readonly WireContact[];
  readonly contactTypes: readonly string[];
  /** Flows of the org that were looked for with the contacts. */
  readonly flows: readonly WireContact[];
  readonly audio: string;
};

/** The desk of the rep who works through this host. */
export function openDesk(omni: Omni, placed: RepCalls, shared: SharedStatus): Desk {
  let state: DeskState = { status: offline, ...nothing };
  const listeners: ((state: DeskState) => void)[] = [];
  const change = (more: Partial<DeskState>): void => {
    state = { ...state, ...more };
    for (const listener of listeners) listener(state);
  };
  const sendStatus = (status: PresenceStatus, isLater: boolean): void => {
    const { statusId, statusApiName, statusName } = status;
    omni.send({
      type: 'SET_AGENT_STATUS',
      agentStatus: statusId === offline.statusId ? 'Offline' : 'Online',
      statusInfo: { statusId, statusApiName, statusName },
      enqueueNextState: isLater
    });
  };
  const take = (status: PresenceStatus): void => {
    state = withoutPending(state);
    shared.keep(status.statusId);
    show(status);
  };
  const show = (status: PresenceStatus): void => {
    const before = state.status;
    if (state.pendingStatus === status) state = withoutPending(state);
    change({ status });
    // Calls are told again by this, and a rep who comes back during a call is online in a status without channels.
    const [was, is] = [before, status].map(({ statusId: id }) => id !== offline.statusId) as [boolean, boolean];
    if (was !== is) omni.send({ type: 'AGENT_AVAILABLE', isAvailable: is });
  };
  const setStatus = (statusId: string): void => {
    const status = statusWith(statusId);
    if (!status || !isReady(omni.host())) return;
    const isLater = omni.host().capabilities?.PENDING_STATUS_CHANGE === true && state.book.parties.length > 0;
    change({ pendingStatus: status, isAfterCall: isLater });
    sendStatus(status, isLater);
  };
  const begin = async (): Promise<void> => {
    const { agentConfig } = omni.host();
    const { SELECTED_PHONE: selectedPhone } = agentConfig ?? { SELECTED_PHONE: { type: 'SOFT_PHONE' } };
    omni.send({ type: 'SET_AGENT_CONFIG', config: { selectedPhone: { ...selectedPhone }, isSystemEvent: true } });
    const status = statusWith(await shared.begin()) ?? offline;
    if (!isReady(omni.host()) || state.pendingStatus) return;
    change({ pendingStatus: status, isAfterCall: false });
    sendStatus(status, false);
  };
  const workEvent = (call: WireCall, work: 'ASSIGNED' | 'ACCEPTED' | 'DECLINED' | 'CLOSED'): void =>
    omni.send({ type: 'AGENT_WORK_EVENT', agentWork: { ...workOf(call, placed), workEvent: work } });

  const hear = (event: TelephonyEvent): void => {
    const book = nextBook(state.book, event);
    if (book !== state.book) change({ book });
    const { pendingStatus, isAfterCall } = state;
    if (event.event === 'SET_AGENT_STATUS_RESULT' && pendingStatus) {
      if (!event.payload.success) {
        state = withoutPending(state);
        change({});
      } else if (!isAfterCall) take(pendingStatus);
    }
    if (pendingStatus && isAfterCall && book.parties.length === 0) take(pendingStatus);
    if (event.event === 'SET_AGENT_STATUS') {
      const status = statusWith(event.payload.statusId);
      if (status) take(status);
    }
    if (event.event === 'AUDIO_STATS') change({ audio: JSON.stringify(event.payload.audioStats.stats.at(-1) ?? {}) });
    if (event.event === 'CALL_STARTED' && !isOutbound(event.payload) && event.payload.isReplayedCall !== true)
      workEvent(event.payload, 'ASSIGNED');
  };
  omni.onMessage((message) => {
    if (message.type === 'event') hear(message);
    if (message.type === 'ready') void begin();
  });
  omni.onChange((host, before) => {
    if (isReady(host) || !isReady(before)) return;
    // What the phone did is over; a reload of the page starts from what the connector replays.
    state = withoutPending(state);
    change({ status: offline, ...nothing });
    if (host.state === 'LOGIN_SHOWN') shared.keep(offline.statusId);
  });
  // The tab in which it was chosen told its connector; this one only shows it, or two tabs would overtake each other.
  shared.onElsewhere((statusId) => {
    const status = statusWith(statusId);
    if (status && isReady(omni.host()) && status !== state.status) show(status);
  });
  const act = (action: CallAction, { call }: Party): void => {
    const others = state.book.parties.filter((party) => party.call !== call);
    if (action === 'SWAP_PARTICIPANTS') {
      // Whoever was added talks first; a connector that does not say who is on hold means the customer.
      const held = state.book.parties.find(({ isOnHold }) => isOnHold) ?? state.book.parties[0];
      const talking =
        state.book.parties.find((party) => party !== held && !party.isOnHold) ??
        state.book.parties.find((party) => party !== held);
      if (held && talking) omni.send({ type: action, callToHold: plain(talking.call), callToResume: plain(held.call) });
      return;
    }
    if (action === 'CONFERENCE') {
      omni.send({ type: action, calls: [call, ...others.map((party) => party.call)].map(plain) });
      return;
    }
    omni.send({ type: action, call: plain(call) });
    if (action === 'ACCEPT_CALL') workEvent(call, 'ACCEPTED');
    if (action === 'DECLINE_CALL') workEvent(call, 'DECLINED');
  };
  return {
    now: () => state,
    onChange: (listener) => void listeners.push(listener),
    setStatus,
    act,
    dial: (contact, params = '') => omni.send({ type: 'DIAL', contact: plain(contact), params }),
    addParticipant: (contact, how) => {
      const first = state.book.parties[0]?.call;
      if (!first) return;
      const call =
        how === 'joins' ? { ...first, callAttributes: { ...first.callAttributes, isAutoMergeOn: true } } : first;
      const isBlindTransfer = how === 'blind';
      omni.send({ type: 'ADD_PARTICIPANT', contact: plain(contact), call: plain(call), isBlindTransfer });
    },
    // SDK, DIAL_OPTIONS: the words that it looks for.
    consult: (contact) => omni.send({ type: 'DIAL', contact: plain(contact), params: 'isConsultCall=true' }),
    findContacts: openContactSearch(omni, change),
    finishWrapUp: (call) => {
      omni.send({ type: 'WRAP_UP_CALL', call: plain(call) });
      workEvent(call, 'CLOSED');
      change({ book: wrappedUp(state.book, call) });
    },
    logOut: () => {
      omni.tell({ type: 'log-out' });
      omni.send({ type: 'LOGOUT' });
    }
  };
}

/** Before anybody called or was looked for. */
const nothing = { book: emptyBook, contactTypes: [], flows: [], audio: '' } as const;

const statusWith = (statusId: string): PresenceStatus | undefined =>
  [offline, ...settings.presenceStatuses].find((status) => status.statusId === statusId);

/** The work item is the VoiceCall when there is one. */
const workOf = (call: WireCall, { idOf }: RepCalls): { readonly workItemId: string; readonly workId: string } => ({
  workItemId: idOf(call) ?? call.callId ?? '',
  workId: `0Bz${call.callId ?? ''}`
});

function withoutPending({ pendingStatus: _status, isAfterCall: _when, ...state }: DeskState): DeskState {
  return state;
}

const plain = <Value>(value: Value): Value => structuredClone(value);
