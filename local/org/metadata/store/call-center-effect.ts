import type { OrgData, Row } from '../../org-data';
import { syncCallCenterRow } from './call-center-row';
import type { Effect } from './effects';

/** A call center is a row as well, which users are assigned to. */
export const callCenterEffect: Effect = {
  rowId: (org, fullName) => callCenterRow(org, fullName)?.Id,
  apply: (org, component) => {
    syncCallCenterRow(org, component);
    return callCenterRow(org, component.fullName)?.Id ?? component.id;
  },
  remove: (org, component) => {
    const row = callCenterRow(org, component.fullName);
    if (!row) return undefined;
    if (org.rows('User').some((user) => user.CallCenterId === row.Id))
      return 'This call center has users and cannot be deleted';
    org.remove('CallCenter', row.Id);
    return undefined;
  }
};

const callCenterRow = (org: OrgData, fullName: string): Row | undefined =>
  org.rows('CallCenter').find((row) => row.InternalName === fullName);
