import { badRequest } from '../../api-error';
import type { Rule } from './rule';

/** Internal names of call centers are unique. */
export const callCenterRule: Rule = {
  check: (org, fields) => {
    const same = org.rows('CallCenter').find((row) => row.InternalName === fields.InternalName);
    if (same) {
      throw badRequest(
        'DUPLICATE_VALUE',
        `duplicate value found: InternalName duplicates value on record with id: ${same.Id}`,
        ['InternalName']
      );
    }
    return {};
  }
};

/** Nobody is in a group twice. */
export const groupMemberRule: Rule = {
  check: (org, fields) => {
    const same = org
      .rows('GroupMember')
      .find((row) => row.GroupId === fields.GroupId && row.UserOrGroupId === fields.UserOrGroupId);
    if (same)
      throw badRequest(
        'DUPLICATE_VALUE',
        `duplicate value found: <unknown> duplicates value on record with id: ${same.Id}`
      );
    return {};
  }
};
