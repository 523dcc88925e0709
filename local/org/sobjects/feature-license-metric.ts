import type { OrgData, Row } from '../org-data';

/** The table, unknown to clients, of how many users may hold each feature licence: `{ FeatureType, Total }`. */
export const featureLicenseTable = 'LocalFeatureLicense';

/** How many active users hold a feature licence, and how many may; undefined when the org does not count it. */
export function featureSeats(
  org: OrgData,
  feature: string
): { readonly used: number; readonly total: number } | undefined {
  const license = org.rows(featureLicenseTable).find((row) => row.FeatureType === feature);
  if (!license) return undefined;
  const holders = org.rows('User').filter((user) => user.IsActive && user[`UserPermissions${feature}`] === true);
  return { used: holders.length, total: Number(license.Total) };
}

/** One row for each feature licence; `SupportUser` is Service Cloud User. */
export function deriveFeatureLicenseMetrics(org: OrgData): readonly Row[] {
  return org.rows(featureLicenseTable).map((license) => {
    const feature = String(license.FeatureType);
    const seats = featureSeats(org, feature) ?? { used: 0, total: 0 };
    return {
      Id: license.Id,
      FeatureType: feature,
      MetricsDate: org.now().toISOString().slice(0, 10),
      AssignedUserCount: seats.used,
      ActiveUserCount: seats.used,
      TotalLicenseCount: seats.total
    };
  });
}
