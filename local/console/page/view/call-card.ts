import { isConsult, type CallBook, type Party } from '../../protocol/parties';
import { controlsOf, type Control } from '../../protocol/call-controls';
import type { Capabilities } from '../../protocol/connector-ready';
import { chosenOrg } from '../host/chosen-org';
import type { CallAction } from '../host/call-action';
import type { Desk } from '../host/desk';
import { make } from '../make';
import { button } from './button';

type Pressed = {
  readonly label: string;
  readonly action: CallAction;
  readonly icon: string;
  readonly isPressed?: boolean;
};

const states: Readonly<Record<Party['state'], string>> = {
  ringing: 'Incoming call',
  dialing: 'Calling',
  queued: 'Callback waiting',
  transferring: 'Being called',
  connected: 'Connected'
};
const roles: Readonly<Record<Party['role'], string>> = {
  customer: 'Customer',
  'third-party': 'Third party',
  supervised: 'Supervised call'
};

/** One party of the conversation with everything that can be done about it. */
export function callCard(options: {
  readonly book: CallBook;
  readonly party: Party;
  readonly capabilities: Capabilities | undefined;
  readonly desk: Desk;
}): HTMLElement {
  const { book, party, capabilities, desk } = options;
  const { call, key, role, state, isOnHold } = party;
  const controls = controlsOf(book, party, capabilities, chosenOrg());
  const title = isConsult(call) ? 'Consultation' : roles[role];
  const name = call.contact?.name ?? call.phoneNumber ?? key;
  const now = isPreview(party) ? 'Preview, not called yet' : states[state];
  const isMerged = book.isMerged && state === 'connected';
  const standing = [isOnHold ? 'On hold' : now, ...(isMerged ? ['Conference'] : [])].join(', ');
  const score = book.scores[key];
  const marks = [
    ...(call.isReplayedCall ? ['Back after a reload'] : []),
    ...((role === 'customer' && book.isMuted) || party.isMuted ? ['Muted'] : []),
    ...(role === 'customer' && book.isRecordingPaused ? ['Recording paused'] : []),
    ...(book.bargedInBy === undefined ? [] : [`${book.bargedInBy || 'A supervisor'} joined`]),
    ...(score === undefined ? [] : [`Audio ${score.toFixed(1)} of 5`])
  ];
  const pressed = (Object.keys(controls) as Control[]).flatMap((control) => {
    const shown = faceOf(control, book, party);
    if (controls[control] === 'hidden' || !shown) return [];
    const { label, action, icon, isPressed } = shown;
    return button(label, () => desk.act(action, party), {
      key: `${control}-${key}`,
      icon,
      isDisabled: controls[control] === 'disabled',
      look: action === 'ACCEPT_CALL' ? 'success' : isEnding.has(action) ? 'destructive' : 'neutral',
      ...(isPressed === undefined ? {} : { isPressed })
    });
  });
  return make(
    'article',
    {
      class: `call-card call-card_${state}`,
      'aria-label': `${title} ${name}`,
      'data-call': key,
      'data-state': state
    },
    make('h3', { class: 'slds-text-heading_small' }, name),
    make(
      'p',
      { class: 'call-card-number' },
      [title, ...(call.phoneNumber && call.phoneNumber !== name ? [call.phoneNumber] : [])].join(' · ')
    ),
    make('p', { class: 'call-card-state', role: 'status' }, [standing, ...marks].join(' · ')),
    make('div', { class: 'call-card-controls' }, ...pressed)
  );
}

/** The SDK has no event of a preview: it is a callback of this kind, and accepting it begins the call. */
const isPreview = ({ state, call }: Party): boolean =>
  state === 'queued' && (call.callAttributes?.dialerType ?? '').toLowerCase() === 'outboundpreview';

const isEnding = new Set<CallAction>(['DECLINE_CALL', 'END_CALL', 'SUPERVISOR_DISCONNECT']);

/** What a control says and does for a call as it stands now; adding somebody is done in the phone book. */
function faceOf(control: Control, { isMuted, isRecordingPaused }: CallBook, party: Party): Pressed | undefined {
  const { isOnHold } = party;
  switch (control) {
    case 'accept':
      return { label: isPreview(party) ? 'Call' : 'Accept', action: 'ACCEPT_CALL', icon: 'call' };
    case 'decline':
      return { label: 'Decline', action: 'DECLINE_CALL', icon: 'end_call' };
    case 'end':
      return { label: 'End Call', action: 'END_CALL', icon: 'end_call' };
    case 'mute':
      if (party.role === 'third-party')
        return {
          label: party.isMuted ? 'Unmute Participant' : 'Mute Participant',
          action: party.isMuted ? 'UNMUTE' : 'MUTE',
          icon: 'muted',
          isPressed: party.isMuted
        };
      return {
        label: isMuted ? 'Unmute' : 'Mute',
        action: isMuted ? 'UNMUTE' : 'MUTE',
        icon: 'muted',
        isPressed: isMuted
      };
    case 'hold':
      return {
        label: isOnHold ? 'Resume' : 'Hold',
        action: isOnHold ? 'RESUME' : 'HOLD',
        icon: 'pause',
        isPressed: isOnHold
      };
    case 'record':
      return {
        label: isRecordingPaused ? 'Resume Recording' : 'Pause Recording',
        action: isRecordingPaused ? 'RESUME_RECORDING' : 'PAUSE_RECORDING',
        icon: 'record',
        isPressed: isRecordingPaused
      };
    case 'merge':
      return { label: 'Merge', action: 'CONFERENCE', icon: 'people' };
    case 'swap':
      return { label: 'Swap', action: 'SWAP_PARTICIPANTS', icon: 'rotate' };
    case 'remove':
      return { label: 'Remove', action: 'END_CALL', icon: 'close' };
    case 'barge-in':
      return { label: 'Barge In', action: 'SUPERVISOR_BARGE_IN', icon: 'volume_high' };
    case 'stop-supervising':
      return { label: 'Stop Listening', action: 'SUPERVISOR_DISCONNECT', icon: 'close' };
    case 'add-caller':
    case 'join-caller':
    case 'consult':
    case 'blind-transfer':
    case 'digits':
      return undefined;
    default:
      return control satisfies never;
  }
}
