import { isOneOf, isSalesforceOrigin } from '../shared/origin';

/** The parts of a `message` event that decide whether the connector SDK may see it. */
export type Arrival = {
  readonly data: unknown;
  readonly origin: string;
  readonly source: unknown;
  readonly ports: readonly unknown[];
};

/**
 * Keeps from the connector SDK every message that would break or steal its one handshake. The SDK stops listening after the first
 * message of type SETUP_CONNECTOR, also one from a stranger; it throws on a message without data or without a port; and a second
 * set-up that comes while the first is dealt with takes the first one's port away. Call it before the SDK listens: of two listeners
 * of one window the first comes first, and it can keep the message from the other.
 */
export function guardHandshake(window: Window, frameAncestors: readonly string[]): void {
  let isTaken = false;
  const keepAway = (event: MessageEvent): void => {
    const isWanted = mayPass(event, window.parent, frameAncestors) && !(isTaken && isSetup(event.data));
    if (!isWanted) event.stopImmediatePropagation();
    else if (isSetup(event.data)) isTaken = true;
  };
  window.addEventListener('message', keepAway, { capture: true });
}

/** Whether the SDK may see the message: anything but a set-up that is not wholly Salesforce's, and what it cannot read. */
export function mayPass(arrival: Arrival, host: unknown, frameAncestors: readonly string[]): boolean {
  const { data, origin, source, ports } = arrival;
  if (typeof data !== 'object' || data === null) return false;
  if (!isSetup(data)) return true;
  const { connectorConfig: config } = data;
  const isFromHost = source === host && isSalesforceOrigin(origin) && isOneOf(origin, frameAncestors);
  return isFromHost && ports.length === 1 && typeof config === 'object' && config !== null && !Array.isArray(config);
}

function isSetup(data: unknown): data is { readonly connectorConfig?: unknown } {
  return (data as { readonly type?: unknown } | null)?.type === 'SETUP_CONNECTOR';
}
