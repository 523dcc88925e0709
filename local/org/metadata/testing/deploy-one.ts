import type { Component } from '../../org-data';
import type { DeployMessage } from '../deploy/deploy-message';
import { memoryOrg, type MemoryOrg } from './memory-org';
import { deployFiles, failures, metadataFile } from './package-zip-of';

/** Deploys one call center and gives what is wrong with it. */
export const deployCallCenter = (text: string, name = 'Support', org = memoryOrg()): DeployMessage | undefined =>
  failures(deployFiles(org, { CallCenter: [name] }, { [`callCenters/${name}.callCenter`]: text }))[0];
/** Deploys one custom field and gives what is wrong with it. */
export const deployField = (content: string, name = 'X__c', object = 'Activity'): DeployMessage | undefined => {
  const text = metadataFile('CustomObject', `<fields><fullName>${name}</fullName><label>X</label>${content}</fields>`);
  return failures(
    deployFiles(memoryOrg(), { CustomField: [`${object}.${name}`] }, { [`objects/${object}.object`]: text })
  )[0];
};
/** Deploys one permission set and gives what is wrong with it. */
export const deployPermissionSet = (content: string, org = memoryOrg()): DeployMessage | undefined =>
  failures(
    deployFiles(
      org,
      { PermissionSet: ['Agent'] },
      { 'permissionsets/Agent.permissionset': metadataFile('PermissionSet', `${content}\n<label>Agent</label>`) }
    )
  )[0];
/** An entry of field access. */
export const access = (name: string, editable = 'true', readable = 'true'): string =>
  `<fieldPermissions><editable>${editable}</editable><field>${name}</field><readable>${readable}</readable></fieldPermissions>`;
/** Deploys one trusted site and gives what is wrong with it. */
export const deploySite = (content: string): DeployMessage | undefined =>
  failures(
    deployFiles(
      memoryOrg(),
      { CspTrustedSite: ['Cti'] },
      { 'cspTrustedSites/Cti.cspTrustedSite': metadataFile('CspTrustedSite', content) }
    )
  )[0];
/** Deploys one vendor's info and gives what is wrong with it. */
export const deployVendor = (content: string, org = voiceOrg()): DeployMessage | undefined =>
  failures(
    deployFiles(
      org,
      { ConversationVendorInfo: ['Acme'] },
      {
        'ConversationVendorInformation/Acme.ConversationVendorInformation': metadataFile(
          'ConversationVendorInfo',
          content
        )
      }
    )
  )[0];

/** An org with the Voice licence and an Apex class to integrate with. */
export function voiceOrg(): MemoryOrg {
  const org = memoryOrg();
  org.insert('PermissionSetLicense', { DeveloperName: 'ServiceCloudVoiceExternalTelephonyPsl' });
  org.putComponent(component('ApexClass', 'Telephony', 'classes/Telephony.cls', 'class Telephony {}'));
  return org;
}

/** A component of one file that is in the org already. */
export const component = (
  type: string,
  fullName: string,
  path: string,
  text: string,
  namespace?: string
): Component => ({
  type,
  fullName,
  id: '000000000000000AAA',
  files: [{ path, text }],
  ...(namespace ? { namespace } : {}),
  createdDate: '2026-01-01T00:00:00.000Z',
  lastModifiedDate: '2026-01-01T00:00:00.000Z'
});

/** A custom field of Activity that is in the org already. */
export const fieldComponent = (name: string, content: string): Component =>
  component(
    'CustomField',
    `Activity.${name}`,
    'objects/Activity.object',
    metadataFile('CustomField', `<fullName>${name}</fullName>${content}`)
  );
