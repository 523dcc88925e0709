/** Salesforce's side in as few lines as the tests need: frames, the handshake, a transcript, and what a test sends. */

type Said = { readonly type: string; readonly payload?: Record<string, unknown> };

export type TestHost = {
  readonly heard: Said[];
  readonly send: (message: object) => void;
  readonly setUp: (config: object) => void;
  readonly poison: (message: unknown, withPort: boolean) => void;
};

declare global {
  var host: TestHost;
}

const query = new URLSearchParams(location.search);
const connector = document.createElement('iframe');
const login = document.createElement('iframe');
connector.id = 'connector';
login.id = 'login';
connector.hidden = query.get('hide') !== 'no';
login.hidden = true;
let port: MessagePort | undefined;

const showLogin = (height: unknown): void => {
  login.hidden = false;
  login.style.height = `${typeof height === 'number' && height > 0 ? height : 350}px`;
  // A new address each time, so that the frame is loaded afresh.
  login.src = `${query.get('login')}`;
};

const hear = (message: Said): void => {
  globalThis.host.heard.push(message);
  const { telephonyEventType: type, telephonyEventPayload: said } = (message.payload ?? {}) as Record<string, never>;
  const { success, loginFrameHeight } = (said ?? {}) as Record<string, unknown>;
  if (type === 'SHOW_LOGIN' || (type === 'LOGOUT_RESULT' && success === true)) showLogin(loginFrameHeight);
  if (message.type === 'CONNECTOR_READY') {
    login.hidden = true;
    login.src = 'about:blank';
  }
};

globalThis.host = {
  heard: [],
  send: (message) => port?.postMessage(message),
  setUp: (connectorConfig) => {
    const channel = new MessageChannel();
    port = channel.port1;
    channel.port1.onmessage = ({ data }) => hear(data as Said);
    const origin = new URL(connector.src).origin;
    connector.contentWindow?.postMessage({ type: 'SETUP_CONNECTOR', connectorConfig }, origin, [channel.port2]);
  },
  poison: (message, withPort) => {
    connector.contentWindow?.postMessage(message, '*', withPort ? [new MessageChannel().port2] : []);
  }
};

connector.addEventListener('load', () => (document.body.dataset.connector = 'loaded'));
connector.src = query.get('connector') ?? '';
connector.allow = login.allow = 'storage-access *';
document.body.append(connector, login);
