import centersFix from '@salesforce/label/c.SetupHealthCentersFix';
import centersTitle from '@salesforce/label/c.SetupHealthCentersTitle';
import channelsFix from '@salesforce/label/c.SetupHealthChannelsFix';
import channelsTitle from '@salesforce/label/c.SetupHealthChannelsTitle';
import classesFix from '@salesforce/label/c.SetupHealthClassesFix';
import classesTitle from '@salesforce/label/c.SetupHealthClassesTitle';
import fieldsFix from '@salesforce/label/c.SetupHealthFieldsFix';
import fieldsTitle from '@salesforce/label/c.SetupHealthFieldsTitle';
import membersFix from '@salesforce/label/c.SetupHealthMembersFix';
import membersTitle from '@salesforce/label/c.SetupHealthMembersTitle';
import microphoneFix from '@salesforce/label/c.SetupHealthMicrophoneFix';
import microphoneTitle from '@salesforce/label/c.SetupHealthMicrophoneTitle';
import objectsFix from '@salesforce/label/c.SetupHealthObjectsFix';
import objectsTitle from '@salesforce/label/c.SetupHealthObjectsTitle';
import orgFix from '@salesforce/label/c.SetupHealthOrgFix';
import orgTitle from '@salesforce/label/c.SetupHealthOrgTitle';
import permissionsFix from '@salesforce/label/c.SetupHealthPermissionsFix';
import permissionsTitle from '@salesforce/label/c.SetupHealthPermissionsTitle';
import presenceFix from '@salesforce/label/c.SetupHealthPresenceFix';
import presenceTitle from '@salesforce/label/c.SetupHealthPresenceTitle';
import repsTitle from '@salesforce/label/c.SetupHealthRepsTitle';
import resultsFix from '@salesforce/label/c.SetupHealthResultsFix';
import resultsTitle from '@salesforce/label/c.SetupHealthResultsTitle';
import rulesFix from '@salesforce/label/c.SetupHealthRulesFix';
import rulesTitle from '@salesforce/label/c.SetupHealthRulesTitle';
import seatsFix from '@salesforce/label/c.SetupHealthSeatsFix';
import seatsTitle from '@salesforce/label/c.SetupHealthSeatsTitle';
import setsFix from '@salesforce/label/c.SetupHealthSetsFix';
import setsTitle from '@salesforce/label/c.SetupHealthSetsTitle';
import sitesFix from '@salesforce/label/c.SetupHealthSitesFix';
import sitesTitle from '@salesforce/label/c.SetupHealthSitesTitle';
import type { CheckId } from './finding';

/** What a check is called, how to mend what it found, if that can be wrong, and where in Setup. */
export type CheckWords = { readonly title: string; readonly fix?: string; readonly setupPath: string };

/** The paths are those that Setup itself shows in the address bar. */
export const checkWords: Readonly<Record<CheckId, CheckWords>> = {
  org: { title: orgTitle, fix: orgFix, setupPath: '/lightning/setup/CustomSettings/home' },
  centers: { title: centersTitle, fix: centersFix, setupPath: '/lightning/setup/CallCenters/home' },
  sites: { title: sitesTitle, fix: sitesFix, setupPath: '/lightning/setup/SecurityCspTrustedSite/home' },
  microphone: { title: microphoneTitle, fix: microphoneFix, setupPath: '/lightning/setup/SecuritySession/home' },
  sets: { title: setsTitle, fix: setsFix, setupPath: '/lightning/setup/PermSets/home' },
  members: { title: membersTitle, fix: membersFix, setupPath: '/lightning/setup/CallCenters/home' },
  seats: { title: seatsTitle, fix: seatsFix, setupPath: '/lightning/setup/ManageUsers/home' },
  permissions: { title: permissionsTitle, fix: permissionsFix, setupPath: '/lightning/setup/PermSets/home' },
  fields: { title: fieldsTitle, fix: fieldsFix, setupPath: '/lightning/setup/PermSets/home' },
  objects: { title: objectsTitle, fix: objectsFix, setupPath: '/lightning/setup/PermSets/home' },
  classes: { title: classesTitle, fix: classesFix, setupPath: '/lightning/setup/PermSets/home' },
  rules: { title: rulesTitle, fix: rulesFix, setupPath: '/lightning/setup/CustomMetadata/home' },
  results: { title: resultsTitle, fix: resultsFix, setupPath: '/lightning/setup/CustomMetadata/home' },
  channels: { title: channelsTitle, fix: channelsFix, setupPath: '/lightning/setup/CustomMetadata/home' },
  presence: { title: presenceTitle, fix: presenceFix, setupPath: '/lightning/setup/CustomMetadata/home' },
  reps: { title: repsTitle, setupPath: '/lightning/setup/CustomSettings/home' }
};
