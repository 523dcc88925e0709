import channels from '@salesforce/apex/PhoneSettings.channels';
import dispositions from '@salesforce/apex/PhoneSettings.dispositions';
import presenceMap from '@salesforce/apex/PhoneSettings.presenceMap';
import screenPopRules from '@salesforce/apex/PhoneSettings.screenPopRules';
import org from '@salesforce/apex/RingdownOrgs.current';
import agents from '@salesforce/apex/SetupHealth.agents';
import agentsWithoutApi from '@salesforce/apex/SetupHealth.agentsWithoutApi';
import agentsWithoutTasks from '@salesforce/apex/SetupHealth.agentsWithoutTasks';
import assignments from '@salesforce/apex/SetupHealth.assignments';
import callCenters from '@salesforce/apex/SetupHealth.callCenters';
import classAccess from '@salesforce/apex/SetupHealth.classAccess';
import classes from '@salesforce/apex/SetupHealth.classes';
import fieldAccess from '@salesforce/apex/SetupHealth.fieldAccess';
import objectAccess from '@salesforce/apex/SetupHealth.objectAccess';
import presenceStatuses from '@salesforce/apex/SetupHealth.presenceStatuses';
import repDefaults from '@salesforce/apex/SetupHealth.repDefaults';
import trustedSites from '@salesforce/apex/SetupHealth.trustedSites';
import type { Sources } from './checks';
import { openedClasses } from './roles';

/** What the org is asked, as the checks call it. */
export const sources: Omit<Sources, 'describe' | 'timeText'> = {
  agents,
  agentsWithoutApi,
  agentsWithoutTasks,
  assignments,
  callCenters,
  channels,
  classAccess,
  classes: () => classes({ names: openedClasses }),
  dispositions,
  fieldAccess,
  objectAccess,
  org,
  presenceMap,
  presenceStatuses,
  repDefaults,
  screenPopRules,
  trustedSites
};
