import { syncCallCenterRow } from '../../call-center-row';
import type { Effect } from './effects';
import { rowOf } from './row-backed';

/** A call center is a row as well, which users are assigned to. */
export const callCenterEffect: Effect = {
  apply: (org, component) => {
    syncCallCenterRow(org, component);
    return rowOf(org, 'CallCenter', component.fullName)?.Id ?? component.id;
  },
  remove: (org, component) => {
    const row = rowOf(org, 'CallCenter', component.fullName);
    if (!row) return undefined;
    if (org.rows('User').some((user) => user.CallCenterId === row.Id)) {
      return 'This call center has users and cannot be deleted';
    }
    org.remove('CallCenter', row.Id);
    return undefined;
  }
};
