import type { CallBook, Party } from '../../protocol/parties';
import { controlsOf, type Control } from '../../protocol/call-controls';
import type { Capabilities } from '../../protocol/connector-ready';
import type { CallAction, Desk } from '../host/desk';
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
  const controls = controlsOf(book, party, capabilities);
  const name = call.contact?.name ?? call.phoneNumber ?? key;
  const standing = [isOnHold ? 'On hold' : states[state], ...(book.isMerged ? ['Conference'] : [])].join(', ');
  const score = book.scores[key];
  const marks = [
    ...(call.isReplayedCall ? ['Back after a reload'] : []),
    ...(role === 'customer' && book.isMuted ? ['Muted'] : []),
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
      'aria-label': `${roles[role]} ${name}`,
      'data-call': key,
      'data-state': state
    },
    make('h3', { class: 'slds-text-heading_small' }, name),
    make(
      'p',
      { class: 'call-card-number' },
      [roles[role], ...(call.phoneNumber && call.phoneNumber !== name ? [call.phoneNumber] : [])].join(' · ')
    ),
    make('p', { class: 'call-card-state', role: 'status' }, [standing, ...marks].join(' · ')),
    make('div', { class: 'call-card-controls' }, ...pressed)
  );
}

const isEnding = new Set<CallAction>(['DECLINE_CALL', 'END_CALL', 'SUPERVISOR_DISCONNECT']);

/** What a control says and does for a call as it stands now; adding somebody is done in the phone book. */
function faceOf(control: Control, { isMuted, isRecordingPaused }: CallBook, { isOnHold }: Party): Pressed | undefined {
  switch (control) {
    case 'accept':
      return { label: 'Accept', action: 'ACCEPT_CALL', icon: 'call' };
    case 'decline':
      return { label: 'Decline', action: 'DECLINE_CALL', icon: 'end_call' };
    case 'end':
      return { label: 'End Call', action: 'END_CALL', icon: 'end_call' };
    case 'mute':
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
    case 'blind-transfer':
    case 'digits':
      return undefined;
    default:
      return control satisfies never;
  }
}
