import type { WireContact } from '../../protocol/call-shape';
import { flowContacts, isForConnector, takesFlows, type OmniFlow } from '../../protocol/omni-flows';
import { orgPlace, settings } from '../settings';
import type { Omni } from './omni';
import { note } from './transcript';

/** Whom a rep looked for: the connector's contacts, and flows, which Salesforce lists itself. */
export type Found = {
  readonly contacts?: readonly WireContact[];
  readonly contactTypes?: readonly string[];
  readonly flows?: readonly WireContact[];
};

/** Looks for contacts; each thing that was found is told when it is there. */
export function openContactSearch(
  omni: Omni,
  tell: (found: Found) => void
): (contains: string, types: readonly string[]) => void {
  let searches = 0;
  omni.onMessage((message) => {
    if (message.type !== 'event' || message.event !== 'PHONE_CONTACTS') return;
    tell({ contacts: message.payload.contacts ?? [], contactTypes: message.payload.contactTypes ?? [] });
  });
  return (contains, types) => {
    const search = ++searches;
    const able = takesFlows(omni.host().capabilities);
    void (able ? omniFlows() : Promise.resolve([])).then((flows) => {
      if (search === searches) tell({ flows: flowContacts(flows, contains, types) });
    });
    if (isForConnector(types))
      omni.send({
        type: 'GET_PHONE_CONTACTS',
        filter: { contains: contains === '' ? null : contains, limit: 50, offset: 0, types }
      });
    else tell({ contacts: [] });
  };
}

/** The org's flows as they are now, or those of the settings where there is no org. */
async function omniFlows(): Promise<readonly OmniFlow[]> {
  if (settings.hasOrg !== true) return settings.omniFlows;
  const response = await fetch(`${orgPlace()}/__local/ui-api/omni-flows`).catch(() => undefined);
  if (response?.ok) return (await response.json()) as readonly OmniFlow[];
  note({ direction: 'host', name: 'Flows not listed', payload: response?.status ?? null });
  return [];
}
