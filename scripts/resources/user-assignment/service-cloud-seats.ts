import { numberAt, recordsOf, refusalOf } from '../org-record';
import type { Answers, Question } from '../question';
import type { Finding } from '../resource';
import type { Placement } from './placements';

/** Feature licences of "Service Cloud User", which User calls UserPermissionsSupportUser. */
export const seatsQuestion: Question = {
  id: 'user-assignment:seats',
  via: 'data',
  soql: "SELECT FeatureType, TotalLicenseCount, AssignedUserCount, MetricsDate FROM ActiveFeatureLicenseMetric WHERE FeatureType = 'SupportUser' ORDER BY MetricsDate DESC LIMIT 1"
};

/** Blocks when more users need a seat than are free, and says who would fit. */
export function seatFindings(answers: Answers, places: readonly Placement[]): readonly Finding[] {
  const needing = places.filter(({ user, serviceCloudUser }) => serviceCloudUser && !user.isServiceCloudUser);
  if (needing.length === 0) return [];
  const [metric] = recordsOf(answers, seatsQuestion.id);
  const total = metric && numberAt(metric, 'TotalLicenseCount');
  if (!metric || total === undefined)
    return [unknownSeats(needing.length, refusalOf(answers, seatsQuestion.id)?.message)];

  const free = Math.max(0, total - (numberAt(metric, 'AssignedUserCount') ?? 0));
  if (needing.length <= free) return [];
  const fitting = needing.slice(0, free).map(({ user }) => user.username);
  return [
    {
      code: 'SERVICE_CLOUD_SEATS',
      severity: 'blocked',
      message:
        `${needing.length} users need a Service Cloud User seat, ${free} of ${total} are free. ` +
        (free > 0 ? `These would fit: ${fitting.join(', ')}.` : 'Nobody would fit.'),
      fix: 'Free or buy seats (Setup > Company Settings > Company Information > Feature Licenses), or narrow users.serviceCloudUser.'
    }
  ];
}

/** The metric is computed once a day, and an org may not show it; the update of each user tells then. */
function unknownSeats(needed: number, said: string | undefined): Finding {
  return {
    code: 'SERVICE_CLOUD_SEATS_UNKNOWN',
    severity: 'warning',
    message: `${needed} users need a Service Cloud User seat; how many are free could not be read${said === undefined ? '' : `: ${said}`}.`,
    fix: 'Compare with Setup > Company Settings > Company Information > Feature Licenses > Service Cloud User.'
  };
}
