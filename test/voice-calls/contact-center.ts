import { type RunningOrg } from '../../local/org/start-org';

/** Gives the org a contact center without a certificate. */
export function voiceOrg(org: RunningOrg): void {
  org.data.insert('CallCenter', { InternalName: 'Support', Name: 'Support' });
}

/** Deploys the contact center with this certificate in place of the one before. */
export function giveCertificate(org: RunningOrg, certificate: string): void {
  const createdDate = new Date().toISOString();
  const known = org.data.component('CallCenter', 'Support');
  org.data.putComponent({
    ...{ type: 'CallCenter', fullName: 'Support', id: known?.id ?? org.data.newId('04v') },
    ...{ createdDate, lastModifiedDate: createdDate },
    files: [{ path: 'callCenters/Support.callCenter', text: definition(certificate) }]
  });
}

const definition = (certificate: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?>
<CallCenter xmlns="http://soap.sforce.com/2006/04/metadata">
  <displayName>Support</displayName>
  <sections>
    <items><label>Certificate</label><name>reqTelephonyIntegrationCertificate</name><value>${certificate}</value></items>
    <label>SCV</label>
    <name>reqHvcc</name>
  </sections>
</CallCenter>`;
