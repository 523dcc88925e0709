import { fill } from 'c/labelFormat';
import centersBlank from '@salesforce/label/c.SetupHealthCentersBlank';
import centersNone from '@salesforce/label/c.SetupHealthCentersNone';
import centersNotHttps from '@salesforce/label/c.SetupHealthCentersNotHttps';
import channelsMissing from '@salesforce/label/c.SetupHealthChannelsMissing';
import channelsNone from '@salesforce/label/c.SetupHealthChannelsNone';
import channelsOk from '@salesforce/label/c.SetupHealthChannelsOk';
import classesGone from '@salesforce/label/c.SetupHealthClassesGone';
import classesOk from '@salesforce/label/c.SetupHealthClassesOk';
import fieldsClosed from '@salesforce/label/c.SetupHealthFieldsClosed';
import fieldsOk from '@salesforce/label/c.SetupHealthFieldsOk';
import membersNone from '@salesforce/label/c.SetupHealthMembersNone';
import membersOk from '@salesforce/label/c.SetupHealthMembersOk';
import membersOut from '@salesforce/label/c.SetupHealthMembersOut';
import microphoneHeader from '@salesforce/label/c.SetupHealthMicrophoneHeader';
import microphoneUnneeded from '@salesforce/label/c.SetupHealthMicrophoneUnneeded';
import objectsOk from '@salesforce/label/c.SetupHealthObjectsOk';
import opensLess from '@salesforce/label/c.SetupHealthOpensLess';
import orgMissing from '@salesforce/label/c.SetupHealthOrgMissing';
import orgNoCountry from '@salesforce/label/c.SetupHealthOrgNoCountry';
import orgNoOrigin from '@salesforce/label/c.SetupHealthOrgNoOrigin';
import orgOk from '@salesforce/label/c.SetupHealthOrgOk';
import orgOther from '@salesforce/label/c.SetupHealthOrgOther';
import orgVendor from '@salesforce/label/c.SetupHealthOrgVendor';
import permissionsNoApi from '@salesforce/label/c.SetupHealthPermissionsNoApi';
import permissionsNoTasks from '@salesforce/label/c.SetupHealthPermissionsNoTasks';
import permissionsOk from '@salesforce/label/c.SetupHealthPermissionsOk';
import presenceNone from '@salesforce/label/c.SetupHealthPresenceNone';
import presenceOff from '@salesforce/label/c.SetupHealthPresenceOff';
import presenceOk from '@salesforce/label/c.SetupHealthPresenceOk';
import presenceUnknown from '@salesforce/label/c.SetupHealthPresenceUnknown';
import repsOff from '@salesforce/label/c.SetupHealthRepsOff';
import repsOn from '@salesforce/label/c.SetupHealthRepsOn';
import repsUnclear from '@salesforce/label/c.SetupHealthRepsUnclear';
import repsUnset from '@salesforce/label/c.SetupHealthRepsUnset';
import resultsNone from '@salesforce/label/c.SetupHealthResultsNone';
import resultsOk from '@salesforce/label/c.SetupHealthResultsOk';
import resultsTwice from '@salesforce/label/c.SetupHealthResultsTwice';
import rulesIncomplete from '@salesforce/label/c.SetupHealthRulesIncomplete';
import rulesNoField from '@salesforce/label/c.SetupHealthRulesNoField';
import rulesNone from '@salesforce/label/c.SetupHealthRulesNone';
import rulesNoObject from '@salesforce/label/c.SetupHealthRulesNoObject';
import rulesOk from '@salesforce/label/c.SetupHealthRulesOk';
import seatsOk from '@salesforce/label/c.SetupHealthSeatsOk';
import seatsOut from '@salesforce/label/c.SetupHealthSeatsOut';
import setsNobody from '@salesforce/label/c.SetupHealthSetsNobody';
import setsOk from '@salesforce/label/c.SetupHealthSetsOk';
import sitesNone from '@salesforce/label/c.SetupHealthSitesNone';
import sitesUnconnected from '@salesforce/label/c.SetupHealthSitesUnconnected';
import sitesUnframed from '@salesforce/label/c.SetupHealthSitesUnframed';
import sitesUnneeded from '@salesforce/label/c.SetupHealthSitesUnneeded';
import vendorDoes from '@salesforce/label/c.SetupHealthVendorDoes';
import type { Evidence, EvidenceCode } from './finding';

const labels: Readonly<Record<EvidenceCode, string>> = {
  'org-ok': orgOk,
  'org-missing': orgMissing,
  'org-other': orgOther,
  'org-vendor': orgVendor,
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
  'vendor-does': vendorDoes,
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
  'sites-unneeded': sitesUnneeded,
  'sites-none': sitesNone,
  'sites-unframed': sitesUnframed,
  'sites-unconnected': sitesUnconnected,
  'microphone-unneeded': microphoneUnneeded,
  'microphone-header': microphoneHeader,
  'permissions-ok': permissionsOk,
  'permissions-no-tasks': permissionsNoTasks,
  'permissions-no-api': permissionsNoApi,
  'opens-less': opensLess,
  'objects-ok': objectsOk,
  'classes-ok': classesOk,
  'classes-gone': classesGone,
  'presence-ok': presenceOk,
  'presence-none': presenceNone,
  'presence-off': presenceOff,
  'presence-unknown': presenceUnknown,
  'reps-unset': repsUnset,
  'reps-on': repsOn,
  'reps-off': repsOff,
  'reps-unclear': repsUnclear,
  plain: '{0}'
};

/** Evidence as a person reads it. */
export const evidenceWords = ({ code, values }: Evidence): string => fill(labels[code], ...values);
