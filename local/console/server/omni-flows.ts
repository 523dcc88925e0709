import type { PageOrg } from '../../lightning/server/page-orgs';
import { askJson } from './ask-json';
import { deploy } from './contact-center';

type Org = Pick<PageOrg, 'url' | 'accessToken'>;

/** Flows to which reps can hand a call: one leads to a queue of the phone system, one to a queue that it does not know. */
const flows = [
  { name: 'Support_Routing', label: 'Support routing', queue: 'Support', isMapped: true },
  { name: 'Billing_Routing', label: 'Billing routing', queue: 'Billing', isMapped: false }
] as const;

/** Gives the org flows with their queues, as an admin would for reps of the contact center. */
export async function giveOmniFlows(org: Org, callCenter: string): Promise<void> {
  const CallCenterId = await idOf(org, `SELECT Id FROM CallCenter WHERE InternalName = '${callCenter}'`);
  for (const { name, label, queue, isMapped } of flows) {
    const queueId = await create(org, 'Group', { Name: queue, DeveloperName: queue, Type: 'Queue' });
    if (isMapped)
      await create(org, 'CallCenterRoutingMap', {
        ...{ CallCenterId, ReferenceRecordId: queueId, ExternalId: queue },
        ...{ DeveloperName: `${queue}_${CallCenterId}`, MasterLabel: queue }
      });
    await deploy(org, 'Flow', name, { [`flows/${name}.flow`]: flowXml(label, queue, queueId) });
  }
}

/** A flow whose only step is Route Work. */
const flowXml = (label: string, queue: string, queueId: string): string => `<?xml version="1.0" encoding="UTF-8"?>
<Flow xmlns="http://soap.sforce.com/2006/04/metadata">
    <actionCalls>
        <name>Route_Work</name>
        <label>Route Work</label>
        <locationX>0</locationX>
        <locationY>0</locationY>
        <actionName>routeWork</actionName>
        <actionType>routeWork</actionType>
        <inputParameters>
            <name>recordId</name>
            <value><elementReference>recordId</elementReference></value>
        </inputParameters>
${Object.entries({ serviceChannelDevName: 'sfdc_phone', routingType: 'QueueBased', queueLabel: queue, queueId })
  .map(([name, value]) => input(name, value))
  .join('\n')}
    </actionCalls>
    <apiVersion>66.0</apiVersion>
    <label>${label}</label>
    <processType>RoutingFlow</processType>
    <start>
        <locationX>0</locationX>
        <locationY>0</locationY>
        <connector><targetReference>Route_Work</targetReference></connector>
    </start>
    <status>Active</status>
    <variables>
        <name>recordId</name>
        <dataType>String</dataType>
        <isCollection>false</isCollection>
        <isInput>true</isInput>
        <isOutput>false</isOutput>
    </variables>
</Flow>
`;

const input = (name: string, value: string): string => `        <inputParameters>
            <name>${name}</name>
            <value><stringValue>${value}</stringValue></value>
        </inputParameters>`;

const data = '/services/data/v66.0';
const headersOf = ({ accessToken }: Org) => ({
  authorization: `Bearer ${accessToken}`,
  'content-type': 'application/json'
});

async function create(org: Org, sobject: string, values: object): Promise<string> {
  const url = `${org.url}${data}/sobjects/${sobject}`;
  const made = await askJson({ method: 'POST', url, headers: headersOf(org), body: JSON.stringify(values) });
  return (made as { readonly id: string }).id;
}

async function idOf(org: Org, soql: string): Promise<string> {
  const url = `${org.url}${data}/query?q=${encodeURIComponent(soql)}`;
  const { records } = (await askJson({ method: 'GET', url, headers: headersOf(org) })) as {
    readonly records: readonly { readonly Id: string }[];
  };
  if (records[0] === undefined) throw new Error(`The local org has nothing for ${soql}`);
  return records[0].Id;
}
