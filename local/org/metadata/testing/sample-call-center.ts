import { metadataFile } from './package-zip-of';

/** An Open CTI call center with these values in place of good ones. */
export function openCtiFile(
  values: Readonly<Record<string, string>> = {},
  settings?: Readonly<Record<string, unknown>>
): string {
  const items: Record<string, string> = {
    reqAdapterUrl: 'https://cti.example.com/softphone?tenant=AcmeJets&amp;sandbox=true',
    reqUseApi: 'true',
    reqSoftphoneHeight: '300',
    reqSoftphoneWidth: '500',
    reqSalesforceCompatibilityMode: 'Lightning',
    ...values
  };
  const flat = settings ?? {
    reqSoftphoneHeight: '300',
    reqSoftphoneWidth: '500',
    reqUseApi: 'true',
    reqSalesforceCompatibilityMode: 'Lightning'
  };
  const itemXml = Object.entries(items)
    .filter(([, value]) => value !== 'ABSENT')
    .map(([name, value]) => `<items><label>${name}</label><name>${name}</name><value>${value}</value></items>`);
  return callCenterFile(
    JSON.stringify(flat),
    `<sections>\n${itemXml.join('\n')}\n<label>General Information</label><name>reqGeneralInfo</name></sections>`
  );
}

/** A call center with these settings and sections; no settings element when they are undefined. */
export const callCenterFile = (customSettings: string | undefined, sections: string): string =>
  metadataFile(
    'CallCenter',
    `<adapterUrl>https://cti.example.com/softphone?tenant=AcmeJets&amp;sandbox=true</adapterUrl>
${customSettings === undefined ? '' : `<customSettings>${customSettings.replace(/&/g, '&amp;').replace(/"/g, '&quot;')}</customSettings>`}
<displayName>Support</displayName>
<displayNameLabel>Display Name</displayNameLabel>
<internalNameLabel>InternalName</internalNameLabel>
${sections}`
  );
