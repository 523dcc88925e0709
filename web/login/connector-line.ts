import { loginChannelName, parseLoginMessage, type AttemptPass, type LoginMessage } from '../shared/login-message';

/** The login page's side of the talk with the connector in the same window. */
export type ConnectorLine = {
  readonly attempt: () => AttemptPass | undefined;
  /** Asks the connector for an attempt until it gives one. */
  readonly wantAttempt: () => Promise<AttemptPass>;
  readonly say: (message: LoginMessage) => void;
};

export type Heard = {
  /** An attempt was given, or the same one said again. */
  readonly attempt: (message: Extract<LoginMessage, { type: 'attempt' }>, isNew: boolean) => void;
  /** The connector could not use the code that it was handed. */
  readonly codeRefused: () => void;
};

const askAgainAfter = 2_000;

export function openConnectorLine(window: Window, orgId: string, heard: Heard): ConnectorLine {
  const channel = new BroadcastChannel(loginChannelName(orgId));
  const say = (message: LoginMessage): void => channel.postMessage(message);
  let attempt: AttemptPass | undefined;
  const arrived: ((given: AttemptPass) => void)[] = [];

  channel.onmessage = ({ data }: MessageEvent) => {
    const message = parseLoginMessage(data);
    if (message?.type === 'code-refused' && message.attemptId === attempt?.attemptId) heard.codeRefused();
    // Every connector of this browser hears the question; the first answer counts, and may be said again.
    if (message?.type !== 'attempt' || (attempt !== undefined && attempt.attemptId !== message.attemptId)) return;
    const isNew = attempt === undefined;
    attempt = message;
    for (const each of arrived.splice(0)) each(message);
    heard.attempt(message, isNew);
  };

  return {
    attempt: () => attempt,
    wantAttempt: () =>
      new Promise((resolve) => {
        attempt = undefined;
        say({ type: 'attempt-wanted' });
        const again = window.setInterval(() => say({ type: 'attempt-wanted' }), askAgainAfter);
        arrived.push((given) => {
          window.clearInterval(again);
          resolve(given);
        });
      }),
    say
  };
}
