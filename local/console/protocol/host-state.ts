import type { ConnectorMessage, TelephonyEvent } from './connector-message';
import type { Capabilities, ReadyPayload } from './connector-ready';
import type { Labels } from './custom-error';
import { errorNotice, failedLogin, noticeOf, sessionEnded, type Notice } from './host-notice';
import { loginFrameHeight, usualLoginFrameHeight } from './login-frame-height';

/** Where the host stands with the connector. */
export type HostState =
  | 'LOADING'
  | 'HANDSHAKE'
  | 'WAITING'
  | 'LOGIN_SHOWN'
  | 'SILENT_LOGIN'
  | 'STORAGE_PROMPT'
  | 'LOGGED_IN_PENDING'
  | 'READY'
  | 'READY_DEGRADED'
  | 'LOGIN_ERROR'
  | 'CONNECTOR_UNREACHABLE';

/** All that the host knows of the connector and its login. */
export type Host = {
  readonly state: HostState;
  /** Pixels, for the next time that the login page is shown. */
  readonly loginFrameHeight: number;
  /** Counts up when the login page is to be loaded anew. */
  readonly loginLoads: number;
  readonly isLoggingOut: boolean;
  readonly notice?: Notice;
  readonly agentConfig?: AgentConfig;
  readonly capabilities?: Capabilities;
};
type AgentConfig = Extract<ReadyPayload, { agentConfig: unknown }>['agentConfig'];

/** What happens to the host. */
export type HostInput =
  | { readonly type: 'reload' }
  | { readonly type: 'frame-loaded' }
  | { readonly type: 'setup-sent' }
  | { readonly type: 'silence' }
  | { readonly type: 'log-out' }
  | { readonly type: 'notice-closed' }
  | { readonly type: 'message'; readonly message: ConnectorMessage };

/** The host after something happened, and what in it does not fit the protocol. */
export type Step = { readonly host: Host; readonly problem?: string };

/** A host whose connector frame is being loaded. */
export const newHost: Host = {
  state: 'LOADING',
  loginFrameHeight: usualLoginFrameHeight,
  loginLoads: 0,
  isLoggingOut: false
};

/** The host's side of the login life cycle: the only place that decides in which state it is. */
export function nextHost(host: Host, input: HostInput, labels: Labels = {}): Step {
  switch (input.type) {
    case 'reload':
      return { host: { ...newHost, loginLoads: host.loginLoads } };
    case 'frame-loaded':
      return { host: host.state === 'LOADING' ? { ...host, state: 'HANDSHAKE' } : host };
    case 'setup-sent':
      return { host: host.state === 'HANDSHAKE' ? { ...host, state: 'WAITING' } : host };
    case 'silence':
      return { host: isUnanswered(host) ? { ...host, state: 'CONNECTOR_UNREACHABLE' } : host };
    case 'log-out':
      return { host: isReady(host) ? { ...without(host), isLoggingOut: true } : host };
    case 'notice-closed':
      return { host: without(host) };
    case 'message':
      return afterMessage(host, input.message, labels);
    default:
      return input satisfies never;
  }
}

/** The rep can work: the dialer is shown. */
export const isReady = ({ state }: Host): boolean => state === 'READY' || state === 'READY_DEGRADED';

/** The connector has not answered the handshake. */
export const isUnanswered = ({ state }: Host): boolean =>
  state === 'LOADING' || state === 'HANDSHAKE' || state === 'WAITING';

function afterMessage(host: Host, message: ConnectorMessage, labels: Labels): Step {
  if (message.type === 'log') return { host };
  if (message.type === 'ready') return afterReady(host, message.payload);
  switch (message.event) {
    case 'SHOW_LOGIN':
      return afterShowLogin(host, message.payload);
    case 'SHOW_STORAGE_ACCESS':
      return expected(host, awaited(host), message.event, { ...without(host), state: 'STORAGE_PROMPT' });
    case 'STORAGE_ACCESS_RESULT':
      return expected(host, host.state === 'STORAGE_PROMPT', message.event, host);
    case 'LOGIN_RESULT':
      return afterLogin(host, message.payload.success);
    case 'LOGOUT_RESULT':
      return afterLogout(host, message.payload);
    case 'ERROR':
      return afterError(host, message, labels);
    case 'INFO':
    case 'WARNING':
      return {
        host: { ...host, notice: { kind: 'info', code: message.payload.message, text: message.payload.message } }
      };
    default:
      return { host };
  }
}

function afterReady(host: Host, payload: ReadyPayload): Step {
  // A connector that answers late is as good as one that answers.
  const due = awaited(host) || ['LOGGED_IN_PENDING', 'STORAGE_PROMPT', 'SILENT_LOGIN'].includes(host.state);
  const base: Host = { ...without(host), isLoggingOut: false };
  if (!('capabilities' in payload)) {
    const problem = 'CONNECTOR_READY is empty: the connector could not say what it can do';
    return { host: { ...base, state: 'READY_DEGRADED' }, problem };
  }
  const { agentConfig, capabilities } = payload;
  const ready: Host = { ...base, state: 'READY', agentConfig, capabilities };
  return expected(host, due || isReady(host), 'CONNECTOR_READY', ready, ready);
}

function afterShowLogin(host: Host, payload: Extract<TelephonyEvent, { event: 'SHOW_LOGIN' }>['payload']): Step {
  const due = awaited(host) || host.state === 'STORAGE_PROMPT';
  if ('isSilentLogin' in payload) {
    const silent: Host = { ...without(host), state: 'SILENT_LOGIN', loginLoads: host.loginLoads + 1 };
    return expected(host, due, 'SHOW_LOGIN', silent, silent);
  }
  return withLogin(host, payload.loginFrameHeight, due ? undefined : outOfPlace('SHOW_LOGIN', host));
}

function afterLogin(host: Host, isLoggedIn: boolean): Step {
  const due = host.state === 'LOGIN_SHOWN' || host.state === 'SILENT_LOGIN';
  if (isLoggedIn) {
    const pending: Host = { ...without(host), state: 'LOGGED_IN_PENDING' };
    return expected(host, due, 'LOGIN_RESULT', isReady(host) ? host : pending, isReady(host) ? host : pending);
  }
  const failed: Host = {
    ...host,
    state: host.state === 'SILENT_LOGIN' ? 'LOGIN_ERROR' : host.state,
    notice: failedLogin
  };
  return expected(host, due, 'LOGIN_RESULT', failed);
}

function afterLogout(host: Host, payload: Extract<TelephonyEvent, { event: 'LOGOUT_RESULT' }>['payload']): Step {
  const due = isReady(host) || host.state === 'LOGGED_IN_PENDING' ? undefined : outOfPlace('LOGOUT_RESULT', host);
  if (!payload.success) {
    const notice = errorNotice('CAN_NOT_LOG_OUT', 'You could not be logged out.');
    return { host: { ...host, isLoggingOut: false, notice }, ...(due === undefined ? {} : { problem: due }) };
  }
  const shown = withLogin(host, payload.loginFrameHeight, due);
  return host.isLoggingOut || !isReady(host) ? shown : { ...shown, host: { ...shown.host, notice: sessionEnded } };
}

function afterError(host: Host, { payload }: Extract<TelephonyEvent, { event: 'ERROR' }>, labels: Labels): Step {
  const notice = noticeOf(payload, labels);
  const fatal = awaited(host) || host.state === 'SILENT_LOGIN' || host.state === 'STORAGE_PROMPT';
  if (fatal) return { host: { ...host, state: 'LOGIN_ERROR', notice } };
  if (host.state === 'LOGGED_IN_PENDING') return { host: { ...host, state: 'LOGIN_SHOWN', notice } };
  return { host: { ...host, isLoggingOut: false, notice } };
}

/** The handshake is answered by this, in time or late. */
const awaited = ({ state }: Host): boolean => state === 'WAITING' || state === 'CONNECTOR_UNREACHABLE';

function withLogin(host: Host, asked: unknown, misplaced: string | undefined): Step {
  const { pixels, problem } = loginFrameHeight(asked);
  const problems = [misplaced, problem].filter((each) => each !== undefined);
  const shown: Host = {
    state: 'LOGIN_SHOWN',
    loginFrameHeight: pixels,
    loginLoads: host.loginLoads + 1,
    isLoggingOut: false
  };
  return { host: shown, ...(problems.length > 0 ? { problem: problems.join('; ') } : {}) };
}

/** Goes on when the message was due; otherwise says so, and stays as `otherwise` says. */
function expected(host: Host, isDue: boolean, event: string, then: Host, otherwise: Host = host): Step {
  return isDue ? { host: then } : { host: otherwise, problem: outOfPlace(event, host) };
}

const outOfPlace = (event: string, { state }: Host): string => `${event} came while the host was ${state}`;
function without({ notice: _closed, ...host }: Host): Host {
  return host;
}
