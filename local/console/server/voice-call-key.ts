import { readFileSync } from 'node:fs';
import path from 'node:path';
import { zipSync } from 'fflate';
import type { PageOrg } from '../../lightning/server/page-orgs';
import { askJson } from './ask-json';

/**
 * Lets the phone side write VoiceCalls: the session service makes a key pair, a contact center that carries its certificate is
 * deployed into the org, and the key is put to use. A key that is in use already is left alone when the org knows it.
 */
export async function giveVoiceCallKey(options: {
  readonly root: string;
  readonly service: string;
  readonly cert: string;
  readonly adminToken: string;
  readonly orgId: string;
  readonly org: Pick<PageOrg, 'url' | 'accessToken'>;
  readonly callCenter: string;
}): Promise<void> {
  const { root, service, cert, adminToken, orgId, org, callCenter } = options;
  const keys = `${service}/admin/orgs/${orgId}/keys`;
  const headers = { authorization: `Bearer ${adminToken}`, 'content-type': 'application/json', 'x-ringdown': '1' };
  const made = (await askJson({ method: 'POST', url: keys, cert, headers, body: '{}' })) as {
    readonly keyId: string;
    readonly certificate: string;
  };
  await deployContactCenter(root, org, callCenter, made.certificate);
  await askJson({ method: 'POST', url: `${keys}/${made.keyId}/activate`, cert, headers, body: '{}' });
}

async function deployContactCenter(
  root: string,
  org: Pick<PageOrg, 'url' | 'accessToken'>,
  name: string,
  certificate: string
): Promise<void> {
  const text = (content: string): Uint8Array => new TextEncoder().encode(content);
  const zip = zipSync({
    'package.xml': text(packageXml(name)),
    [`callCenters/${name}.callCenter`]: text(contactCenterXml(root, name, certificate))
  });
  const boundary = '----ringdown-console';
  const body = Buffer.concat([
    Buffer.from(
      `--${boundary}\r\nContent-Disposition: form-data; name="json"\r\nContent-Type: application/json\r\n\r\n`
    ),
    Buffer.from(JSON.stringify({ deployOptions: { rollbackOnError: true, singlePackage: true } })),
    Buffer.from(
      `\r\n--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="deploy.zip"\r\nContent-Type: application/zip\r\n\r\n`
    ),
    Buffer.from(zip),
    Buffer.from(`\r\n--${boundary}--\r\n`)
  ]);
  const url = `${org.url}/services/data/v66.0/metadata/deployRequest`;
  const authorization = `Bearer ${org.accessToken}`;
  const type = `multipart/form-data; boundary=${boundary}`;
  const { id } = (await askJson({ method: 'POST', url, headers: { authorization, 'content-type': type }, body })) as {
    readonly id: string;
  };
  const end = Date.now() + 30_000;
  for (;;) {
    const answer = await askJson({
      method: 'GET',
      url: `${url}/${id}?includeDetails=true`,
      headers: { authorization }
    });
    const { deployResult } = answer as { readonly deployResult: { readonly done: boolean; readonly success: boolean } };
    if (deployResult.done && deployResult.success) return;
    if (deployResult.done || Date.now() > end)
      throw new Error(`The local org did not take the contact center ${name}: ${JSON.stringify(deployResult)}`);
  }
}

const packageXml = (name: string): string => `<?xml version="1.0" encoding="UTF-8"?>
<Package xmlns="http://soap.sforce.com/2006/04/metadata">
  <types><members>${name}</members><name>CallCenter</name></types>
  <version>66.0</version>
</Package>
`;

/** The contact center as the project has it, with a section for the certificate. */
function contactCenterXml(root: string, name: string, certificate: string): string {
  const text = readFileSync(
    path.join(root, `force-app/post-install/default/callCenters/${name}.callCenter-meta.xml`),
    'utf8'
  );
  const section = `<sections>
        <items>
            <label>Telephony Integration Certificate</label>
            <name>reqTelephonyIntegrationCertificate</name>
            <value>${certificate.trim()}</value>
        </items>
        <label>SCV Settings</label>
        <name>reqHvcc</name>
    </sections>
`;
  const at = text.lastIndexOf('</sections>') + '</sections>'.length;
  return `${text.slice(0, at)}\n    ${section}${text.slice(at)}`;
}
