import { type PhoneTarget } from '../phone/call-wishes';
import { dialledOf } from '../phone-page/dialled-number';
import { liveCalls, type Picture } from './picture';

/** Why a number is not dialled; a word of the page. */
export type DialProblem = 'signedOut' | 'isOffline' | 'onACall' | 'unreadable';

/** The number as it is dialled, or why it is not. */
export function guardDial(
  picture: Picture | undefined,
  text: string,
  country: string | undefined
): { readonly target: PhoneTarget } | { readonly problem: DialProblem } {
  const { login, phone } = picture ?? {};
  if (login === undefined || login.state === 'signed-out' || login.state === 'looking') return { problem: 'signedOut' };
  if (phone?.connection !== 'connected') return { problem: 'isOffline' };
  if (liveCalls(phone.calls).some(({ channel }) => channel === 'phone')) return { problem: 'onACall' };
  const number = dialledOf(text, { country });
  return number === undefined ? { problem: 'unreadable' } : { target: { kind: 'number', number } };
}
