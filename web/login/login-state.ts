import { type FailureCode } from '../shared/session-wire/failure-answer';
import { type SessionEnding } from '../shared/session-wire/session-answer';
import { type Word } from './words/word';

/** What the page shows besides its form: one thing at a time. */
export type LoginState =
  | { readonly name: 'waiting'; readonly isLong: boolean }
  | { readonly name: 'form'; readonly problem?: Problem; readonly notice?: Notice }
  | { readonly name: 'sending' }
  | { readonly name: 'locked'; readonly seconds: number }
  | { readonly name: 'pop-up'; readonly isBlocked: boolean; readonly problem?: WindowProblem }
  | { readonly name: 'cookies'; readonly step: CookieStep }
  | { readonly name: 'finishing'; readonly isWithoutCookie: boolean }
  /** In the window of its own: handed over, or to be copied by the rep. */
  | { readonly name: 'done'; readonly code?: string };

const formProblems = [
  'refused',
  'missing',
  'busy',
  'offline',
  'lost',
  'notStarted',
  'over'
] as const satisfies readonly Word[];
const formNotices = ['expired', 'idle', 'revoked', 'canTryAgain', 'withoutCookies'] as const satisfies readonly Word[];
const windowProblems = ['wrongCode', 'windowClosed'] as const satisfies readonly Word[];
const cookieSteps = ['blocked', 'asking', 'refused', 'signed-in'] as const;

/** Why it did not work; a word of the page. */
export type Problem = (typeof formProblems)[number];

/** Why the sign-in window led to nothing so far. */
export type WindowProblem = (typeof windowProblems)[number];

/** How far the question for the cookie has come; `signed-in`: what is left to ask once there is a login to keep. */
export type CookieStep = (typeof cookieSteps)[number];

/** What the form may say besides. */
export type Notice = (typeof formNotices)[number];

/** One of each kind that looks different, in Salesforce's frame. */
export const everyState: readonly LoginState[] = [
  ...[false, true].map((isLong) => ({ name: 'waiting', isLong }) as const),
  ...formProblems.map((problem) => ({ name: 'form', problem }) as const),
  ...formNotices.map((notice) => ({ name: 'form', notice }) as const),
  { name: 'locked', seconds: 999 },
  { name: 'pop-up', isBlocked: true },
  { name: 'pop-up', isBlocked: false },
  ...windowProblems.map((problem) => ({ name: 'pop-up', isBlocked: false, problem }) as const),
  ...cookieSteps.map((step) => ({ name: 'cookies', step }) as const),
  ...[false, true].map((isWithoutCookie) => ({ name: 'finishing', isWithoutCookie }) as const)
];

/** What to show for the server's no. In Salesforce's frame `ATTEMPT_OVER` is not shown: a new attempt takes its place. */
export function stateAfterRefusal(code: FailureCode, retryAfterSeconds: number | undefined): LoginState {
  switch (code) {
    case 'TRY_LATER':
      return { name: 'locked', seconds: Math.max(1, Math.ceil(retryAfterSeconds ?? 30)) };
    case 'LOGIN_FAILED':
    case 'BAD_REQUEST':
      return { name: 'form', problem: 'refused' };
    case 'BUSY':
      return { name: 'form', problem: 'busy' };
    case 'ATTEMPT_OVER':
      return { name: 'form', problem: 'over' };
    default:
      return { name: 'form', problem: 'lost' };
  }
}

/** What to say first about why the last session ended. Who signed out knows why. */
export function noticeOf(reason: SessionEnding | undefined): Notice | undefined {
  return reason === 'expired' || reason === 'idle' || reason === 'revoked' ? reason : undefined;
}
