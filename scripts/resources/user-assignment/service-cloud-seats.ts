import { numberAt, recordsOf, refusalOf } from '../org-record';
import type { Answers, Question } from '../question';
import type { Finding } from '../resource';
import type { Placement } from './placements';

const seatsId = 'user-assignment:seats';
const holdersId = 'user-assignment:seat-holders';

/**
 * Feature licences of "Service Cloud User", which User calls UserPermissionsSupportUser. The metric is computed once a day, so
 * that it only says how many seats there are; who holds one is counted now, for a seat freed a minute ago is free.
 */
export const seatQuestions: readonly Question[] = [
  {
    id: seatsId,
    via: 'data',
    soql: "SELECT FeatureType, TotalLicenseCount, MetricsDate FROM ActiveFeatureLicenseMetric WHERE FeatureType = 'SupportUser' ORDER BY MetricsDate DESC LIMIT 1"
  },
  {
    id: holdersId,
    via: 'data',
    soql: 'SELECT COUNT(Id) used FROM User WHERE UserPermissionsSupportUser = true AND IsActive = true'
  }
];

/** Blocks when more users need a seat than are free, and says who would fit. */
export function seatFindings(answers: Answers, places: readonly Placement[]): readonly Finding[] {
  const needing = places.filter(({ user, serviceCloudUser }) => serviceCloudUser && !user.isServiceCloudUser);
  if (needing.length === 0) return [];
  const [metric] = recordsOf(answers, seatsId);
  const [holders] = recordsOf(answers, holdersId);
  const total = metric && numberAt(metric, 'TotalLicenseCount');
  const used = holders && numberAt(holders, 'used');
  if (total === undefined || used === undefined) {
    const refusal = refusalOf(answers, seatsId) ?? refusalOf(answers, holdersId);
    return [unknownSeats(needing.length, refusal?.message)];
  }

  const free = Math.max(0, total - used);
  if (needing.length <= free) return [];
  const fitting = needing.slice(0, free).map(({ user }) => user.username);
  return [
    {
      code: 'SERVICE_CLOUD_SEATS',
      severity: 'blocked',
      message:
        `${needing.length} users need a Service Cloud User seat, ${free} of ${total} are free. ` +
        (free > 0 ? `These would fit: ${fitting.join(', ')}.` : 'Nobody would fit.'),
      fix: 'Free or buy seats (Setup > Company Settings > Company Information > Feature Licenses), or narrow users.serviceCloudUser. Freed seats count at once; Salesforce counts bought ones once a day.'
    }
  ];
}

/** An org may not show the metric; the update of each user tells then. */
function unknownSeats(needed: number, said: string | undefined): Finding {
  return {
    code: 'SERVICE_CLOUD_SEATS_UNKNOWN',
    severity: 'warning',
    message: `${needed} users need a Service Cloud User seat; how many are free could not be read${said === undefined ? '' : `: ${said}`}.`,
    fix: 'Compare with Setup > Company Settings > Company Information > Feature Licenses > Service Cloud User.'
  };
}
