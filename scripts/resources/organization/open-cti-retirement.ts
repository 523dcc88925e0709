import type { ResolvedConfig } from '../../config/resolved-config';
import type { Finding } from '../resource';

/** Salesforce switches Open CTI off on this day (Salesforce Help, "Open CTI Retirement"). */
const retirement = Date.UTC(2028, 1, 28);
const millisecondsPerDay = 86_400_000;

/** Counts the days that Open CTI has left; from its last one on nothing can be set up for it any more. */
export function retirementFindings({ callCenters }: ResolvedConfig, now: number): readonly Finding[] {
  const keys = callCenters.filter(({ kind }) => kind === 'open-cti').map(({ key }) => key);
  if (keys.length === 0) return [];
  const fix = `Move ${keys.map((key) => `callCenters.${key}`).join(', ')} to kind: voice.`;
  if (now >= retirement) {
    return [
      {
        code: 'OPEN_CTI_RETIRED',
        severity: 'blocked',
        message: 'Salesforce switched Open CTI off on 28 February 2028.',
        fix
      }
    ];
  }
  const days = Math.ceil((retirement - now) / millisecondsPerDay);
  return [
    {
      code: 'OPEN_CTI_RETIRING',
      severity: 'warning',
      message: `Open CTI is switched off on 28 February 2028, in ${days} ${days === 1 ? 'day' : 'days'}, and new orgs no longer have it.`,
      fix
    }
  ];
}
