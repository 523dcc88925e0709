import type { LocalOrg } from '../state/state';
import { moment, pick, reference, text } from './field';
import { sobject } from './sobject';

const readOnly = { readOnly: true } as const;
const isDevHub = (org: LocalOrg): boolean => org.settings.devHub;

/** Only a Dev Hub has it: by this clients tell a Dev Hub from other orgs. */
export const scratchOrgInfo = sobject(
  'ScratchOrgInfo',
  '2SR',
  [
    text('ScratchOrg', 18, readOnly),
    text('OrgName', 80, readOnly),
    text('Edition', 80, readOnly),
    pick('Status', ['New', 'Creating', 'Active', 'Deleted', 'Error'], readOnly),
    moment('ExpirationDate', readOnly)
  ],
  { exists: isDevHub }
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
    reference('SandboxInfoId', 'SandboxProcess', readOnly)
  ],
  { api: 'tooling', exists: isDevHub }
);
