import type { TelephonyEvent } from './connector-message';
import { customErrorText, type Labels } from './custom-error';

/** What the rep is told above the dialer or the login page. */
export type Notice = {
  readonly kind: 'login-failed' | 'session-ended' | 'error' | 'info';
  /** The SDK's code, or the name of the label. */
  readonly code: string;
  readonly text: string;
};

/** What the rep is told when the login page's login was refused. */
export const failedLogin: Notice = {
  kind: 'login-failed',
  code: 'LOGIN_RESULT',
  text: 'You could not be logged in.'
};

/** What the rep is told when the phone system ended the session. */
export const sessionEnded: Notice = {
  kind: 'session-ended',
  code: 'LOGOUT_RESULT',
  text: 'Your phone session ended. Log in again.'
};

/** A failure in the words that the rep reads. */
export const errorNotice = (code: string, text: string): Notice => ({ kind: 'error', code, text });

/** The words of an error that a connector sent: of its label, or its code. */
export function noticeOf(payload: Extract<TelephonyEvent, { event: 'ERROR' }>['payload'], labels: Labels): Notice {
  if (!('customError' in payload)) return errorNotice(payload.message, payload.message);
  const { customError } = payload;
  return errorNotice(`${customError.namespace}.${customError.labelName}`, customErrorText(customError, labels));
}
