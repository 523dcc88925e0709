import { callCenter } from './call-center/call-center';
import { fieldAccess } from './field-access/field-access';
import { packageVersion } from './package-version/package-version';
import type { Resource } from './resource';
import { userAssignment } from './user-assignment/user-assignment';

/** Every capability, in the order in which an org is set up. A new capability is a folder and a line here. */
export const resources: readonly Resource[] = [packageVersion, callCenter, fieldAccess, userAssignment];
