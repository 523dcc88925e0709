import { agentActivities } from './agent-activities';
import { agents } from './agents';
import type { ApexClass } from './apex-method';
import { callLogParts } from './call-log-parts';
import { callLogs } from './call-logs';
import { calledRecords } from './called-records';
import { keptCalls } from './kept-calls';
import { phoneSettings } from './phone-settings';
import { phoneUser } from './phone-user';
import { relatedRecords } from './related-records';
import { repPreferences } from './rep-preferences';
import { ringdownOrgs } from './ringdown-orgs';
import { screenPops } from './screen-pops';
import { setupHealth } from './setup-health';
import { softphoneLogs } from './softphone-logs';

/** Every class whose methods components or the softphone call, by its name without namespace. */
export const apexTwins: Readonly<Record<string, ApexClass>> = {
  AgentActivities: agentActivities,
  Agents: agents,
  CallLogParts: callLogParts,
  CallLogs: callLogs,
  CalledRecords: calledRecords,
  KeptCalls: keptCalls,
  PhoneSettings: phoneSettings,
  PhoneUser: phoneUser,
  RelatedRecords: relatedRecords,
  RepPreferences: repPreferences,
  RingdownOrgs: ringdownOrgs,
  ScreenPops: screenPops,
  SetupHealth: setupHealth,
  SoftphoneLogs: softphoneLogs
};
