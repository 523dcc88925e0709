import type { Capabilities } from './connector-ready';
import type { WireContact } from './call-shape';

/** An active Omni-Channel flow of the phone channel: its full API name, and what reps read. */
export type OmniFlow = { readonly name: string; readonly label: string };

/** Whether reps may hand calls to flows: "True if vendor supports transfer to omni flows" (SDK, SharedCapabilitiesResult). */
export const takesFlows = (able: Partial<Capabilities> = {}): boolean => able.TRANSFER_TO_OMNI_FLOW === true;

/** Whether a list of kinds is the connector's to fill. Flows are Salesforce's own, and nobody else is asked for them. */
export const isForConnector = (types: readonly string[]): boolean => types.length === 0 || types.some(isNotFlow);

/** The flows that are looked for, as contacts that `addParticipant` is given: the id is the full API name. */
export function flowContacts(
  flows: readonly OmniFlow[],
  contains: string,
  types: readonly string[]
): readonly WireContact[] {
  if (types.length > 0 && types.every(isNotFlow)) return [];
  const word = contains.toLowerCase();
  return flows
    .filter(({ name, label }) => [name, label].some((text) => text.toLowerCase().includes(word)))
    .map(({ name, label }) => ({ id: name, type: 'Flow', name: label }));
}

const isNotFlow = (type: string): boolean => type !== 'FLOW';
