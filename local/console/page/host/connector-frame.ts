import { make } from '../make';
import { configFor, settings } from '../settings';
import { chosenOrg } from './chosen-org';
import type { Faults } from './faults';
import { poison } from './poison';

/** The frame of the connector page and the port to it. */
export type ConnectorFrame = {
  readonly element: HTMLIFrameElement;
  readonly send: (message: unknown) => void;
  /** Sends something to the window of the connector, past the port. */
  readonly postToWindow: (message: unknown) => void;
  readonly close: () => void;
};

/** Loads the connector into a frame and shakes hands with it. */
export function openConnector(options: {
  readonly into: Element;
  readonly faults: Faults;
  readonly onLoad: () => void;
  readonly onSetup: () => void;
  readonly onMessage: (data: unknown) => void;
}): ConnectorFrame {
  const { into, faults, onLoad, onSetup, onMessage } = options;
  const origin = new URL(settings.connectorUrl).origin;
  const { port1, port2 } = new MessageChannel();
  const timers: number[] = [];
  let isClosed = false;
  const element = make('iframe', {
    src: settings.connectorUrl,
    title: 'Connector',
    class: 'connector-frame',
    allow: 'microphone; autoplay; storage-access; clipboard-write',
    tabindex: '-1'
  });
  const setUp = (ports: readonly MessagePort[]): void =>
    element.contentWindow?.postMessage(
      { type: 'SETUP_CONNECTOR', connectorConfig: configFor(faults.missingKeys, chosenOrg()) },
      { targetOrigin: origin, transfer: [...ports] }
    );
  const shakeHands = async (): Promise<void> => {
    if (faults.nullFirst) element.contentWindow?.postMessage(null, origin);
    if (faults.siblingFirst) await poison(into, element);
    if (isClosed) return;
    setUp(faults.withoutPort ? [] : [port2]);
    if (faults.twice) setUp([new MessageChannel().port2]);
    onSetup();
  };
  port1.onmessage = ({ data }: MessageEvent<unknown>) => onMessage(data);
  element.addEventListener(
    'load',
    () => {
      onLoad();
      timers.push(window.setTimeout(() => void shakeHands(), faults.delay));
    },
    { once: true }
  );
  into.append(element);
  return {
    element,
    send: (message) => port1.postMessage(message),
    postToWindow: (message) => element.contentWindow?.postMessage(message, '*'),
    close: () => {
      isClosed = true;
      timers.forEach((timer) => window.clearTimeout(timer));
      port1.close();
      element.remove();
    }
  };
}
