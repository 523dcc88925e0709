import { readFileSync } from 'node:fs';
import path from 'node:path';
import { zipSync } from 'fflate';
import type { PageOrg } from '../../lightning/server/page-orgs';
import { askJson } from './ask-json';

/** The contact center of the console's reps: the project's example of Voice, as the tool deploys one. */
export const contactCenter = 'ExampleVoice';
const vendorInfo = 'ExampleTelephony';

/** A class that the org has; Salesforce takes no vendor of partner telephony without one. */
const integrationClass = 'RingdownTelephonyIntegration';

/** What the files of the project leave open. */
export type ContactCenterValues = {
  readonly connectorUrl: string;
  readonly loginUrl: string;
  /** PEM. */
  readonly certificate: string;
};

type Org = Pick<PageOrg, 'url' | 'accessToken'>;

/** Deploys the vendor and then its contact center, in two steps as the tool does: the second one refers to the first. */
export async function deployContactCenter(root: string, org: Org, values: ContactCenterValues): Promise<void> {
  const files = contactCenterFiles(root, values);
  await deploy(org, 'ConversationVendorInfo', vendorInfo, {
    [`ConversationVendorInformation/${vendorInfo}.ConversationVendorInformation`]: files.vendorInfo
  });
  await deploy(org, 'CallCenter', contactCenter, {
    [`callCenters/${contactCenter}.callCenter`]: files.contactCenter
  });
}

/** Both files with the addresses and the certificate of this console. */
export function contactCenterFiles(
  root: string,
  { connectorUrl, loginUrl, certificate }: ContactCenterValues
): { readonly vendorInfo: string; readonly contactCenter: string } {
  const folder = path.join(root, 'force-app/post-install/default');
  const read = (file: string): string =>
    readFileSync(path.join(folder, file), 'utf8')
      .replaceAll('https://phone.example.com/connector/', connectorUrl)
      .replaceAll('https://phone.example.com/login/', loginUrl);
  const info = read(`ConversationVendorInformation/${vendorInfo}.ConversationVendorInformation-meta.xml`);
  const center = read(`callCenters/${contactCenter}.callCenter-meta.xml`);
  return {
    vendorInfo: once(
      info,
      '    <masterLabel>',
      `    <integrationClass>${integrationClass}</integrationClass>\n    <masterLabel>`
    ),
    contactCenter: once(
      center,
      '<name>reqTelephonyIntegrationCertificate</name>\n            <value></value>',
      `<name>reqTelephonyIntegrationCertificate</name>\n            <value>${certificate.trim()}</value>`
    )
  };
}

function once(text: string, wanted: string, instead: string): string {
  if (text.split(wanted).length !== 2) throw new Error(`The example of a contact center has no place for ${instead}`);
  return text.replace(wanted, () => instead);
}

/** Deploys one component and waits for it. */
export async function deploy(
  org: Org,
  type: string,
  name: string,
  files: Readonly<Record<string, string>>
): Promise<void> {
  const text = (content: string): Uint8Array => new TextEncoder().encode(content);
  const entries = Object.entries({ 'package.xml': packageXml(type, name), ...files });
  const zip = zipSync(Object.fromEntries(entries.map(([file, content]) => [file, text(content)])));
  const boundary = '----ringdown-console';
  const part = (head: string, content: string | Uint8Array): Buffer =>
    Buffer.concat([
      Buffer.from(`--${boundary}\r\nContent-Disposition: form-data; ${head}\r\n\r\n`),
      Buffer.from(content as string),
      Buffer.from('\r\n')
    ]);
  const body = Buffer.concat([
    part(
      'name="json"\r\nContent-Type: application/json',
      JSON.stringify({ deployOptions: { rollbackOnError: true, singlePackage: true } })
    ),
    part('name="file"; filename="deploy.zip"\r\nContent-Type: application/zip', zip),
    Buffer.from(`--${boundary}--\r\n`)
  ]);
  const url = `${org.url}/services/data/v66.0/metadata/deployRequest`;
  const headers = { authorization: `Bearer ${org.accessToken}` };
  const contentType = `multipart/form-data; boundary=${boundary}`;
  const posted = await askJson({ method: 'POST', url, headers: { ...headers, 'content-type': contentType }, body });
  const { id } = posted as { readonly id: string };
  const end = Date.now() + 30_000;
  for (;;) {
    const answer = await askJson({ method: 'GET', url: `${url}/${id}?includeDetails=true`, headers });
    const { deployResult } = answer as { readonly deployResult: { readonly done: boolean; readonly success: boolean } };
    if (deployResult.done && deployResult.success) return;
    if (deployResult.done || Date.now() > end)
      throw new Error(`The local org did not take ${type} ${name}: ${JSON.stringify(deployResult)}`);
  }
}

const packageXml = (type: string, name: string): string => `<?xml version="1.0" encoding="UTF-8"?>
<Package xmlns="http://soap.sforce.com/2006/04/metadata">
  <types><members>${name}</members><name>${type}</name></types>
  <version>66.0</version>
</Package>
`;
