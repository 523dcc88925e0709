import { parsePhoneNumber } from '../../core/phone-number/parse-phone-number';
import { type PhoneTarget } from '../phone/call-wishes';
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
  const number = dialledOf(text, country);
  return number === undefined ? { problem: 'unreadable' } : { target: { kind: 'number', number } };
}

/** What is dialled for a text: E.164, or a short code as it is. An extension is the rep's to send once somebody answers. */
export function dialledOf(text: string, country: string | undefined): string | undefined {
  const read = parsePhoneNumber(text, { country });
  switch (read.kind) {
    case 'number':
      return read.e164;
    case 'short-code':
      return read.digits;
    case 'unreadable':
      return undefined;
    default:
      return read satisfies never;
  }
}
