import type { LocalOrg } from '../state/state';
import { field, flag, longText, moment, pick, reference, text, whole } from './field';
import { sobject } from './sobject';

const readOnly = { readOnly: true } as const;
const atCreation = { updateable: false } as const;
const isDevHub = (org: LocalOrg): boolean => org.settings.devHub;

const signup = ['SignupCountry', 'SignupEmail', 'SignupInstance', 'SignupLanguage', 'SignupUsername'];

/** A request for a scratch org, and what became of it. Only a Dev Hub has it: by this clients tell a Dev Hub from other orgs. */
export const scratchOrgInfo = sobject(
  'ScratchOrgInfo',
  '2SR',
  [
    text('Name', 80, readOnly),
    text('AdminEmail', 80, atCreation),
    text('OrgName', 80, atCreation),
    text('Edition', 80, { ...atCreation, required: true }),
    text('Country', 2, atCreation),
    text('Language', 5, atCreation),
    longText('Description', 32000, atCreation),
    longText('Features', 32000, atCreation),
    flag('HasSampleData', atCreation),
    whole('DurationDays', { ...atCreation, defaultValue: 7 }),
    text('Namespace', 15, atCreation),
    text('Username', 80, atCreation),
    text('Release', 40, atCreation),
    text('SourceOrg', 18, atCreation),
    text('Snapshot', 80, atCreation),
    longText('Package2AncestorIds', 4000, atCreation),
    text('ConnectedAppConsumerKey', 255, { ...atCreation, required: true }),
    text('ConnectedAppCallbackUrl', 255, { ...atCreation, required: true }),
    text('ScratchOrg', 18, readOnly),
    ...signup.map((name) => text(name, 80, readOnly)),
    text('LoginUrl', 255, readOnly),
    text('AuthCode', 255, readOnly),
    text('ErrorCode', 40, readOnly),
    pick('Status', ['New', 'Creating', 'Active', 'Deleted', 'Error'], readOnly),
    field('ExpirationDate', 'date', readOnly)
  ],
  { operations: ['create'], exists: isDevHub }
);

/** A scratch org that is there; deleting the record deletes the org [Salesforce DX Developer Guide, Delete Scratch Orgs]. */
export const activeScratchOrg = sobject(
  'ActiveScratchOrg',
  '8SO',
  [
    text('Name', 80, readOnly),
    text('ScratchOrg', 18, readOnly),
    reference('ScratchOrgInfoId', 'ScratchOrgInfo', readOnly),
    text('OrgName', 80, readOnly),
    text('Edition', 80, readOnly),
    text('SignupUsername', 80, readOnly),
    text('SignupEmail', 80, readOnly),
    field('ExpirationDate', 'date', readOnly)
  ],
  { operations: ['delete'], exists: isDevHub }
);

/** Only an org that can have sandboxes has it. */
export const sandboxProcess = sobject(
  'SandboxProcess',
  '0GR',
  [
    text('SandboxName', 80, readOnly),
    text('SandboxOrganization', 15, readOnly),
    text('LicenseType', 40, readOnly),
    pick('Status', ['Pending', 'Processing', 'Completed', 'Deleted'], readOnly),
    reference('SandboxInfoId', 'SandboxProcess', readOnly),
    moment('EndDate', readOnly)
  ],
  { api: 'tooling', exists: isDevHub }
);

/** What changed in an org that tracks its source; this one tracks nothing, so it is empty [Tooling API, SourceMember]. */
export const sourceMember = sobject(
  'SourceMember',
  '0MZ',
  [
    text('MemberIdOrName', 255, readOnly),
    text('MemberType', 255, readOnly),
    text('MemberName', 255, readOnly),
    text('ChangedBy', 255, readOnly),
    ...['RevisionNum', 'RevisionCounter'].map((name) => whole(name, readOnly)),
    ...['IsNameObsolete', 'IsNewMember'].map((name) => flag(name, readOnly))
  ],
  { api: 'tooling', exists: (org) => org.kind === 'scratch' }
);
