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
 * message of type SETUP_CONNECTOR, also one from a stranger, and throws on a message without data or without a port. Call it before
 * the SDK listens: of two listeners of one window the first comes first, and it can keep the message from the other.
 */
export function guardHandshake(window: Window, frameAncestors: readonly string[]): void {
  const keepAway = (event: MessageEvent): void => {
    if (!mayPass(event, window.parent, frameAncestors)) event.stopImmediatePropagation();
  };
  window.addEventListener('message', keepAway, { capture: true });
}

/** Whether the SDK may see the message: anything but a set-up that is not wholly Salesforce's, and what it cannot read. */
export function mayPass(arrival: Arrival, host: unknown, frameAncestors: readonly string[]): boolean {
  const { data, origin, source, ports } = arrival;
  if (typeof data !== 'object' || data === null) return false;
  const { type, connectorConfig: config } = data as Readonly<Record<string, unknown>>;
  if (type !== 'SETUP_CONNECTOR') return true;
  const isFromHost = source === host && isSalesforceOrigin(origin) && isOneOf(origin, frameAncestors);
  return isFromHost && ports.length === 1 && typeof config === 'object' && config !== null && !Array.isArray(config);
}
