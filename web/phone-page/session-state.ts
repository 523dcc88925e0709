import { type SessionEnding } from '../shared/session-wire/session-answer';
import { type SessionView } from '../shared/session-wire/session-view';

/**
 * Where the login stands, as Salesforce was last told.
 * - `looking`: the first question to the server is on its way, and `init` waits for it
 * - `signed-out`: the login page is shown; `ended` the same, after a session that Salesforce knew of
 * - `unreachable`: the server is lost. With a session the rep works on; without one nothing is known.
 */
export type SessionState =
  | { readonly name: 'looking' }
  | { readonly name: 'signed-out' }
  | { readonly name: 'signed-in'; readonly session: SessionView }
  | { readonly name: 'ended'; readonly reason: SessionEnding }
  | { readonly name: 'unreachable'; readonly session?: SessionView };

/** What was learned. Only the server's word is `found` or `none`; `expired` is the end that a lost server had named before. */
export type SessionNews =
  | { readonly type: 'found'; readonly session: SessionView }
  | { readonly type: 'none'; readonly reason?: SessionEnding }
  | { readonly type: 'refused' }
  | { readonly type: 'lost' }
  | { readonly type: 'expired' }
  | { readonly type: 'logged-out'; readonly by: 'salesforce' | 'component' };

/** What follows from it, in this order. */
export type SessionDeed =
  | 'publish-login'
  | 'publish-refusal'
  | 'publish-logout'
  | 'begin-attempt'
  | 'open-phone'
  | 'close-phone'
  | 'watch'
  | 'stop-watching'
  | 'tell-components';

export type SessionStep = { readonly state: SessionState; readonly deeds: readonly SessionDeed[] };

const entered: readonly SessionDeed[] = ['open-phone', 'watch', 'tell-components'];
const left: readonly SessionDeed[] = ['stop-watching', 'close-phone'];

/** The next state and what it asks for. LOGIN_RESULT and LOGOUT_RESULT come out once each time the state crosses over. */
export function nextSession(state: SessionState, news: SessionNews): SessionStep {
  const stay: SessionStep = { state, deeds: [] };
  switch (news.type) {
    case 'found':
      return found(state, news.session);
    case 'none':
      return none(state, news.reason);
    case 'refused':
      return state.name === 'signed-out' || state.name === 'ended' ? { state, deeds: ['publish-refusal'] } : stay;
    case 'lost':
      if (state.name === 'looking') return { state: { name: 'unreachable' }, deeds: ['watch'] };
      if (state.name !== 'signed-in') return stay;
      return { state: { name: 'unreachable', session: state.session }, deeds: ['tell-components'] };
    case 'expired':
      return isIn(state) ? none(state, 'expired') : stay;
    case 'logged-out':
      if (!isIn(state)) return stay;
      // Salesforce asked, and the answer to its question tells it.
      return leave('signed-out', news.by === 'salesforce' ? [] : ['publish-logout']);
    default:
      return news satisfies never;
  }
}

function found(state: SessionState, session: SessionView): SessionStep {
  const next: SessionState = { name: 'signed-in', session };
  switch (state.name) {
    case 'looking':
      return { state: next, deeds: entered };
    case 'signed-out':
    case 'ended':
      return { state: next, deeds: ['publish-login', ...entered] };
    case 'signed-in':
      return { state: next, deeds: ['tell-components'] };
    case 'unreachable':
      return { state: next, deeds: state.session ? ['tell-components'] : ['publish-login', ...entered] };
    default:
      return state satisfies never;
  }
}

function none(state: SessionState, reason: SessionEnding = 'unknown'): SessionStep {
  switch (state.name) {
    case 'looking':
      return { state: { name: 'signed-out' }, deeds: ['begin-attempt', 'tell-components'] };
    case 'signed-out':
    case 'ended':
      return { state, deeds: [] };
    case 'signed-in':
      return leave(reason, ['publish-logout']);
    case 'unreachable':
      // `init` has failed, and Salesforce shows no login page until it is told that nobody is signed in.
      return state.session
        ? leave(reason, ['publish-logout'])
        : {
            state: { name: 'ended', reason },
            deeds: ['stop-watching', 'publish-logout', 'begin-attempt', 'tell-components']
          };
    default:
      return state satisfies never;
  }
}

function leave(reason: SessionEnding, told: readonly SessionDeed[]): SessionStep {
  return { state: { name: 'ended', reason }, deeds: [...left, ...told, 'begin-attempt', 'tell-components'] };
}

function isIn(state: SessionState): boolean {
  return state.name === 'signed-in' || (state.name === 'unreachable' && state.session !== undefined);
}
