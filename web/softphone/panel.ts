import { stateWord } from './call-words';
import { liveCalls, type Picture } from './picture';
import { type Words } from './words/word';

/** What the button of the phone in the utility bar shows. */
export type Panel = {
  readonly label: string;
  /** The name of a utility icon of the Lightning Design System. */
  readonly icon: string;
};

/** Components find the phone in the bar by this word; what it does stands behind a colon (c/phoneUtility). */
const name = 'Phone';

/** The button for what the phone is doing: a ring before all, then a call, the work after it, and the login. */
export function panelOf(picture: Picture | undefined, words: Words): Panel {
  const calls = picture?.phone?.calls ?? [];
  const first =
    calls.find(({ state }) => state === 'ringing') ??
    liveCalls(calls)[0] ??
    calls.find(({ state }) => state === 'wrap-up');
  if (first)
    return {
      label: `${name}: ${words[stateWord(first, picture!.phone!.agentId)].toLowerCase()}`,
      icon: iconOf(first.state)
    };
  if (picture?.login.state === 'signed-out') return { label: name, icon: 'lock' };
  if (picture?.phone?.connection !== 'connected') return { label: name, icon: 'offline' };
  return { label: name, icon: picture.phone.presence.kind === 'available' ? 'call' : 'away' };
}

function iconOf(state: 'ringing' | 'dialing' | 'connected' | 'wrap-up' | 'ended'): string {
  const icons = {
    ringing: 'incoming_call',
    dialing: 'outbound_call',
    connected: 'unmuted',
    'wrap-up': 'log_a_call',
    ended: 'call'
  };
  return icons[state];
}

/** Calls that ring now and did not before: the panel opens for each, once. */
export function newRings(before: ReadonlySet<string>, picture: Picture | undefined): ReadonlySet<string> {
  const ringing = (picture?.phone?.calls ?? []).filter(({ state }) => state === 'ringing');
  return new Set(ringing.map(({ callId }) => callId).filter((callId) => !before.has(callId)));
}
