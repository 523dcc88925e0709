import { checkConnectorMessage, type ConnectorMessage } from '../../protocol/connector-message';
import type { HostMessage } from '../../protocol/host-message';
import { isUnanswered, newHost, nextHost, type Host, type HostInput } from '../../protocol/host-state';
import { overridden } from '../../protocol/overrides';
import { settings } from '../settings';
import { chosenOverrides } from './chosen-overrides';
import { openConnector, type ConnectorFrame } from './connector-frame';
import { chosenFaults } from './faults';
import { note } from './transcript';

/** Salesforce's side of one connector: its frame, the state of the host, and what went over the port. */
export type Omni = {
  readonly host: () => Host;
  readonly send: (message: HostMessage) => void;
  /** Tells the host something that did not come over the port. */
  readonly tell: (input: HostInput) => void;
  /** Takes the data for something that came over the port. */
  readonly pretend: (data: unknown) => void;
  readonly postToWindow: (message: unknown) => void;
  /** Loads the connector anew, with the faults that are chosen now. */
  readonly reload: () => void;
  readonly onChange: (listener: (host: Host, before: Host) => void) => void;
  readonly onMessage: (listener: (message: ConnectorMessage) => void) => void;
  /** A message was unknown, malformed or not due. */
  readonly onProblem: (listener: (problem: string) => void) => void;
};

/** Opens the connector of the settings in a place of the page. */
export function startOmni(place: Element): Omni {
  let host = newHost;
  let frame: ConnectorFrame | undefined;
  let patience: number | undefined;
  const changed: ((host: Host, before: Host) => void)[] = [];
  const heard: ((message: ConnectorMessage) => void)[] = [];
  const wrong: ((problem: string) => void)[] = [];

  const tell = (input: HostInput): string | undefined => {
    const before = host;
    const { host: next, problem } = nextHost(host, input, settings.labels);
    host = next;
    if (before.state !== next.state) note({ direction: 'host', name: next.state, payload: null });
    for (const listener of changed) listener(next, before);
    return problem;
  };
  const receive = (given: unknown): void => {
    const data = overridden(given, chosenOverrides());
    const checked = checkConnectorMessage(data);
    const problem = checked.ok ? tell({ type: 'message', message: checked.message }) : checked.problem;
    note({ direction: 'from-connector', ...described(data), ...(problem === undefined ? {} : { problem }) });
    if (checked.ok) for (const listener of heard) listener(checked.message);
    if (problem !== undefined) for (const listener of wrong) listener(problem);
  };
  const reload = (): void => {
    frame?.close();
    window.clearTimeout(patience);
    tell({ type: 'reload' });
    patience = window.setTimeout(() => isUnanswered(host) && tell({ type: 'silence' }), settings.patience);
    frame = openConnector({
      into: place,
      faults: chosenFaults(),
      onLoad: () => tell({ type: 'frame-loaded' }),
      onSetup: () => {
        note({ direction: 'to-connector', name: 'SETUP_CONNECTOR', payload: null });
        tell({ type: 'setup-sent' });
      },
      onMessage: receive
    });
  };
  return {
    host: () => host,
    send: (message) => {
      note({ direction: 'to-connector', name: message.type, payload: message });
      frame?.send(message);
    },
    tell: (input) => void tell(input),
    pretend: receive,
    postToWindow: (message) => frame?.postToWindow(message),
    reload,
    onChange: (listener) => void changed.push(listener),
    onMessage: (listener) => void heard.push(listener),
    onProblem: (listener) => void wrong.push(listener)
  };
}

/** Name and contents of a message, also of one that nobody understands. */
function described(data: unknown): { readonly name: string; readonly payload: unknown } {
  const { type, payload } = (data ?? {}) as { readonly type?: unknown; readonly payload?: unknown };
  const { telephonyEventType, telephonyEventPayload } = (payload ?? {}) as Readonly<Record<string, unknown>>;
  if (type === 'TELEPHONY_EVENT_DISPATCHED')
    return { name: String(telephonyEventType), payload: telephonyEventPayload };
  return typeof type === 'string' ? { name: type, payload } : { name: '?', payload: data };
}
