import type { Presence } from './phoneMessage';
import available from '@salesforce/label/c.QueueStatusAvailable';
import onBreak from '@salesforce/label/c.QueueStatusBreak';
import busy from '@salesforce/label/c.QueueStatusBusy';
import offline from '@salesforce/label/c.QueueStatusOffline';

/** What each status is called. */
export const presenceLabels: Readonly<Record<Presence['status'], string>> = {
  available,
  busy,
  break: onBreak,
  offline
};

/** In the person's language, with the phone system's own word where that says more. */
export function presenceText({ status, statusName }: Presence): string {
  const known = presenceLabels[status];
  return statusName === '' || statusName.toLowerCase() === known.toLowerCase() ? known : `${known} – ${statusName}`;
}
