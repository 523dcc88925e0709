import { deriveFeatureLicenseMetrics } from './feature-license-metric';
import { field, flag, moment, pick, text, whole } from './field';
import { sobject } from './sobject';

const readOnly = { readOnly: true } as const;

export const organization = sobject(
  'Organization',
  '00D',
  [
    text('Name', 80, readOnly),
    pick('OrganizationType', ['Enterprise Edition', 'Unlimited Edition', 'Developer Edition'], readOnly),
    text('InstanceName', 5, readOnly),
    flag('IsSandbox', readOnly),
    flag('IsReadOnly', readOnly),
    moment('TrialExpirationDate', readOnly),
    text('NamespacePrefix', 15, readOnly),
    text('PrimaryContact', 80, readOnly),
    field('Phone', 'phone', readOnly),
    text('Country', 80, readOnly),
    text('DefaultLocaleSidKey', 40, readOnly),
    text('LanguageLocaleKey', 40, readOnly),
    text('TimeZoneSidKey', 40, readOnly),
    whole('FiscalYearStartMonth', readOnly),
    text('SignupCountryIsoCode', 2, readOnly)
  ],
  { api: 'both' }
);

export const activeFeatureLicenseMetric = sobject(
  'ActiveFeatureLicenseMetric',
  '5ya',
  [
    pick('FeatureType', [], readOnly),
    field('MetricsDate', 'date', readOnly),
    whole('AssignedUserCount', readOnly),
    whole('ActiveUserCount', readOnly),
    whole('TotalLicenseCount', readOnly)
  ],
  { audit: 'none', derive: deriveFeatureLicenseMetrics }
);
