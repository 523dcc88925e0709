import type { PageOrg } from '../../../lightning/server/page-orgs';
import { parseXml } from '../../../org/metadata/xml/parse-xml';
import { childOf, childrenOf, textOf, type XmlElement } from '../../../org/metadata/xml/xml-element';
import type { CallCenter } from '../../opencti/call-center-settings';
import { askJson } from '../ask-json';

type Org = Pick<PageOrg, 'url' | 'accessToken'>;

/** The call center of a user, as the org's Metadata API reads it; undefined for a user without one. */
export async function readCallCenter(org: Org, userId: string): Promise<CallCenter | undefined> {
  const [user] = await query<{ readonly CallCenterId: string | null }>(
    org,
    `SELECT CallCenterId FROM User WHERE Id = '${userId}'`
  );
  if (!user?.CallCenterId) return undefined;
  const [row] = await query<{ readonly InternalName: string }>(
    org,
    `SELECT InternalName FROM CallCenter WHERE Id = '${user.CallCenterId}'`
  );
  return row && callCenterIn(await readMetadata(org, row.InternalName));
}

async function query<Row>({ url, accessToken }: Org, soql: string): Promise<readonly Row[]> {
  const address = `${url}/services/data/v66.0/query?q=${encodeURIComponent(soql)}`;
  const answer = await askJson({ method: 'GET', url: address, headers: { authorization: `Bearer ${accessToken}` } });
  return (answer as { readonly records: readonly Row[] }).records;
}

async function readMetadata({ url, accessToken }: Org, name: string): Promise<string> {
  const answer = await fetch(`${url}/services/Soap/m/66.0`, {
    method: 'POST',
    headers: { 'content-type': 'text/xml;charset=UTF-8', soapaction: '""' },
    body: `<?xml version="1.0" encoding="UTF-8"?>
<env:Envelope xmlns:env="http://schemas.xmlsoap.org/soap/envelope/" xmlns:m="http://soap.sforce.com/2006/04/metadata">
<env:Header><m:SessionHeader><m:sessionId>${accessToken}</m:sessionId></m:SessionHeader></env:Header>
<env:Body><m:readMetadata><m:type>CallCenter</m:type><m:fullNames>${name}</m:fullNames></m:readMetadata></env:Body>
</env:Envelope>`
  });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`The org did not read the call center ${name}: ${text.slice(0, 500)}`);
  return text;
}

function callCenterIn(xml: string): CallCenter | undefined {
  const root = parseXml(xml).root;
  const records = root && within(root, 'records');
  if (!records) return undefined;
  const read = (element: XmlElement, name: string): string => textOf(element, name) ?? '';
  return {
    internalName: read(records, 'fullName'),
    displayName: read(records, 'displayName'),
    displayNameLabel: read(records, 'displayNameLabel'),
    internalNameLabel: read(records, 'internalNameLabel'),
    adapterUrl: read(records, 'adapterUrl'),
    sections: childrenOf(records, 'sections').map((section) => ({
      name: read(section, 'name'),
      label: read(section, 'label'),
      items: childrenOf(section, 'items').map((item) => ({
        name: read(item, 'name'),
        label: read(item, 'label'),
        value: read(item, 'value')
      }))
    }))
  };
}

function within(element: XmlElement, name: string): XmlElement | undefined {
  if (element.name === name) return element;
  for (const child of element.children) {
    const found = childOf(element, name) ?? within(child, name);
    if (found) return found;
  }
  return undefined;
}
