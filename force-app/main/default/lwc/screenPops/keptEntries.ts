import type { Interaction } from 'c/phoneBridge';
import type { Entry, Outcome } from './entries';

/** What a rep finds again after a reload: what opened, and what waits for a click. The rest is searched anew, or asked anew. */
const kept: readonly Outcome['kind'][] = ['popped', 'offered', 'choose'];

/** Keeps the list of this tab for this rep; a browser that stores nothing begins with an empty one. */
export function keepEntries(storage: () => Storage, key: string, entries: readonly Entry[]): void {
  const lasting = entries
    .filter(({ outcome }) => kept.includes(outcome.kind))
    .map(({ interaction, outcome }) => ({ interaction: briefly(interaction), outcome }));
  try {
    storage().setItem(key, JSON.stringify(lasting));
  } catch {
    // Storage that is refused or full: the list lives as long as the page.
  }
}

/** The list of before the reload; what is not of this shape, as of another release, is left out. */
export function keptEntries(storage: () => Storage, key: string): readonly Entry[] {
  try {
    const entries: unknown = JSON.parse(storage().getItem(key) ?? '[]');
    return Array.isArray(entries) ? (entries as readonly unknown[]).filter(isEntry) : [];
  } catch {
    return [];
  }
}

/** Whom it is with; neither the text of a chat nor what the phone system knows about the person. */
function briefly({
  callKey,
  interactionKey,
  channel,
  direction,
  state,
  from,
  to,
  startedAt
}: Interaction): Interaction {
  return {
    callKey,
    interactionKey,
    channel,
    direction,
    state,
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
    startedAt,
    talkSeconds: 0,
    holdSeconds: 0,
    attributes: {}
  };
}

function isEntry(value: unknown): value is Entry {
  const { interaction, outcome } = (value ?? {}) as { interaction?: Partial<Interaction>; outcome?: Partial<Outcome> };
  if (typeof interaction?.interactionKey !== 'string' || !kept.some((kind) => kind === outcome?.kind)) return false;
  const { decision } = outcome as { decision?: { kind?: unknown; record?: unknown; records?: unknown } };
  switch (decision?.kind) {
    case 'open':
      return isRecord(decision.record);
    case 'chooser':
      return outcome?.kind === 'choose' && Array.isArray(decision.records) && decision.records.every(isRecord);
    case 'new-record':
    case 'search':
      return outcome?.kind !== 'choose';
    default:
      return false;
  }
}

function isRecord(value: unknown): boolean {
  const { recordId, name, objectName } = (value ?? {}) as Readonly<Record<string, unknown>>;
  return [recordId, name, objectName].every((part) => typeof part === 'string');
}
