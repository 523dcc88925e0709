import { fill } from 'c/labelFormat';
import centersBlank from '@salesforce/label/c.SetupHealthCentersBlank';
import centersNone from '@salesforce/label/c.SetupHealthCentersNone';
import centersNotHttps from '@salesforce/label/c.SetupHealthCentersNotHttps';
import channelsMissing from '@salesforce/label/c.SetupHealthChannelsMissing';
import channelsNone from '@salesforce/label/c.SetupHealthChannelsNone';
import channelsOk from '@salesforce/label/c.SetupHealthChannelsOk';
import fieldsClosed from '@salesforce/label/c.SetupHealthFieldsClosed';
import fieldsOk from '@salesforce/label/c.SetupHealthFieldsOk';
import membersNone from '@salesforce/label/c.SetupHealthMembersNone';
import membersOk from '@salesforce/label/c.SetupHealthMembersOk';
import membersOut from '@salesforce/label/c.SetupHealthMembersOut';
import orgMissing from '@salesforce/label/c.SetupHealthOrgMissing';
import orgNoCountry from '@salesforce/label/c.SetupHealthOrgNoCountry';
import orgNoOrigin from '@salesforce/label/c.SetupHealthOrgNoOrigin';
import orgOk from '@salesforce/label/c.SetupHealthOrgOk';
import orgOther from '@salesforce/label/c.SetupHealthOrgOther';
import resultsNone from '@salesforce/label/c.SetupHealthResultsNone';
import resultsOk from '@salesforce/label/c.SetupHealthResultsOk';
import resultsTwice from '@salesforce/label/c.SetupHealthResultsTwice';
import rulesIncomplete from '@salesforce/label/c.SetupHealthRulesIncomplete';
import rulesNoField from '@salesforce/label/c.SetupHealthRulesNoField';
import rulesNoObject from '@salesforce/label/c.SetupHealthRulesNoObject';
import rulesNone from '@salesforce/label/c.SetupHealthRulesNone';
import rulesOk from '@salesforce/label/c.SetupHealthRulesOk';
import seatsOk from '@salesforce/label/c.SetupHealthSeatsOk';
import seatsOut from '@salesforce/label/c.SetupHealthSeatsOut';
import setsNobody from '@salesforce/label/c.SetupHealthSetsNobody';
import setsOk from '@salesforce/label/c.SetupHealthSetsOk';
import type { Evidence, EvidenceCode } from './finding';

const labels: Readonly<Record<EvidenceCode, string>> = {
  'org-ok': orgOk,
  'org-missing': orgMissing,
  'org-other': orgOther,
  'org-no-country': orgNoCountry,
  'org-no-origin': orgNoOrigin,
  'centers-none': centersNone,
  'centers-not-https': centersNotHttps,
  'centers-blank': centersBlank,
  'members-ok': membersOk,
  'members-none': membersNone,
  'members-out': membersOut,
  'seats-ok': seatsOk,
  'seats-out': seatsOut,
  'sets-ok': setsOk,
  'sets-nobody': setsNobody,
  'fields-ok': fieldsOk,
  'fields-closed': fieldsClosed,
  'rules-ok': rulesOk,
  'rules-none': rulesNone,
  'rules-incomplete': rulesIncomplete,
  'rules-no-object': rulesNoObject,
  'rules-no-field': rulesNoField,
  'results-ok': resultsOk,
  'results-none': resultsNone,
  'results-twice': resultsTwice,
  'channels-ok': channelsOk,
  'channels-none': channelsNone,
  'channels-missing': channelsMissing,
  plain: '{0}'
};

/** Evidence as a person reads it. */
export const evidenceWords = ({ code, values }: Evidence): string => fill(labels[code], ...values);
