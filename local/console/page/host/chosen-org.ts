import type { Allowed } from '../../protocol/call-controls';
import { settings } from '../settings';

const key = 'console-org';
let chosen: Allowed | undefined;

/** What the org allows of calls; it outlives a reload of the page, and ends with its tab. */
export function chosenOrg(): Allowed {
  if (chosen) return chosen;
  const usual: Allowed = { isMultiparty: settings.isMultipartyAllowed, isConsult: settings.isConsultAllowed };
  try {
    chosen = { ...usual, ...(JSON.parse(sessionStorage.getItem(key) ?? '{}') as Partial<Allowed>) };
  } catch {
    chosen = usual;
  }
  return chosen;
}

/** Chooses what the org allows of calls; the connector hears of it at its next handshake. */
export function chooseOrg(allowed: Allowed): void {
  chosen = allowed;
  sessionStorage.setItem(key, JSON.stringify(allowed));
}
