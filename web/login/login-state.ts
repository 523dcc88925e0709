import { type FailureCode } from '../shared/session-wire/failure-answer';
import { type SessionEnding } from '../shared/session-wire/session-answer';
import { type Word } from './words/word';

/** What the page shows besides its form: one thing at a time. */
export type LoginState =
  | { readonly name: 'waiting'; readonly isLong: boolean }
  | { readonly name: 'form'; readonly problem?: Problem; readonly notice?: Notice }
  | { readonly name: 'sending' }
  | { readonly name: 'locked'; readonly seconds: number }
  | { readonly name: 'pop-up'; readonly isBlocked: boolean; readonly problem?: Problem }
  | { readonly name: 'cookies'; readonly isAsking: boolean }
  | { readonly name: 'finishing'; readonly isWithoutCookie: boolean };

const formProblems = ['refused', 'missing', 'busy', 'offline', 'lost', 'notStarted'] as const satisfies readonly Word[];
const formNotices = ['expired', 'idle', 'revoked', 'canTryAgain'] as const satisfies readonly Word[];

/** Why it did not work; a word of the page. */
export type Problem = (typeof formProblems)[number] | 'wrongCode';

/** What the form may say besides. */
export type Notice = (typeof formNotices)[number];

/** One of each kind that looks different. */
export const everyState: readonly LoginState[] = [
  ...[false, true].map((isLong) => ({ name: 'waiting', isLong }) as const),
  ...formProblems.map((problem) => ({ name: 'form', problem }) as const),
  ...formNotices.map((notice) => ({ name: 'form', notice }) as const),
  { name: 'locked', seconds: 999 },
  { name: 'pop-up', isBlocked: true },
  { name: 'pop-up', isBlocked: false, problem: 'wrongCode' },
  ...[false, true].map((isAsking) => ({ name: 'cookies', isAsking }) as const),
  ...[false, true].map((isWithoutCookie) => ({ name: 'finishing', isWithoutCookie }) as const)
];

/** What to show for the server's no. `ATTEMPT_OVER` is not shown: a new attempt takes its place. */
export function stateAfterRefusal(code: FailureCode, retryAfterSeconds: number | undefined): LoginState {
  switch (code) {
    case 'TRY_LATER':
      return { name: 'locked', seconds: Math.max(1, Math.ceil(retryAfterSeconds ?? 30)) };
    case 'LOGIN_FAILED':
    case 'BAD_REQUEST':
      return { name: 'form', problem: 'refused' };
    case 'BUSY':
      return { name: 'form', problem: 'busy' };
    default:
      return { name: 'form', problem: 'lost' };
  }
}

/** What to say first about why the last session ended. Who signed out knows why. */
export function noticeOf(reason: SessionEnding | undefined): Notice | undefined {
  return reason === 'expired' || reason === 'idle' || reason === 'revoked' ? reason : undefined;
}
