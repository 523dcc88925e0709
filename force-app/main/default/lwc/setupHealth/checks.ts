import { orgSettingsOf } from 'c/orgSettings';
import { checkClasses, checkObjects } from './checkAccess';
import { checkFields } from './checkFields';
import { checkCallCenters, checkOrg } from './checkOrg';
import { checkMembers, checkPermissions, checkSeats, checkSets } from './checkPeople';
import { checkPresence, isWithoutOmniChannel } from './checkPresence';
import { checkReps } from './checkReps';
import { checkChannels, checkResults, checkRules, type DescribeObject } from './checkSettings';
import { checkMicrophone, checkSites } from './checkSites';
import { findingOf, fine, unknown, type CheckId, type Evidence, type Finding } from './finding';

type Ask = () => Promise<unknown>;

/** What the checks ask, each by the name of what it is about. */
export const sourceNames = [
  'org',
  'callCenters',
  'trustedSites',
  'agents',
  'assignments',
  'agentsWithoutTasks',
  'agentsWithoutApi',
  'fieldAccess',
  'objectAccess',
  'classes',
  'classAccess',
  'screenPopRules',
  'dispositions',
  'channels',
  'presenceMap',
  'presenceStatuses',
  'repDefaults'
] as const;

/** Whom the checks ask. */
export type Sources = Readonly<Record<(typeof sourceNames)[number], Ask>> & {
  readonly describe: DescribeObject;
  /** A moment as the person writes it. */
  readonly timeText: (moment: string) => string;
};

type Check = (sources: Sources) => Promise<readonly Evidence[]>;

/** A check of what some sources answered, in their order. */
const of =
  (
    check: (...answers: readonly unknown[]) => readonly Evidence[],
    ...names: readonly (typeof sourceNames)[number][]
  ): Check =>
  async (sources) =>
    check(...(await Promise.all(names.map((name) => sources[name]()))));

/** A check of what rests where the page of the phone system opens records and logs calls. */
const unlessVendor =
  (check: Check): Check =>
  async (sources) => {
    const org = await sources.org().catch(() => undefined);
    return orgSettingsOf(org).popsAndLogs === 'vendor' ? [fine('vendor-does')] : check(sources);
  };

const checks: Readonly<Record<CheckId, Check>> = {
  org: async ({ org, timeText }) => checkOrg(await org(), timeText),
  centers: of(checkCallCenters, 'callCenters'),
  sites: of(checkSites, 'callCenters', 'trustedSites'),
  microphone: of(checkMicrophone, 'trustedSites'),
  sets: of(checkSets, 'assignments'),
  members: of(checkMembers, 'agents', 'assignments'),
  seats: of(checkSeats, 'agents', 'assignments'),
  permissions: of(checkPermissions, 'agentsWithoutTasks', 'agentsWithoutApi', 'assignments'),
  fields: of(checkFields, 'fieldAccess'),
  objects: of(checkObjects, 'objectAccess'),
  classes: of(checkClasses, 'classes', 'classAccess'),
  rules: unlessVendor(async ({ screenPopRules, describe }) => checkRules(await screenPopRules(), describe)),
  results: unlessVendor(of(checkResults, 'dispositions')),
  channels: unlessVendor(of(checkChannels, 'channels')),
  presence: of(checkPresence, 'presenceMap', 'presenceStatuses'),
  reps: of(checkReps, 'repDefaults')
};

/** In the order in which they are shown. */
export const checkIds = Object.keys(checks) as readonly CheckId[];

/** Makes every check at once and tells each as it ends. One that fails hides no other; each source is asked once. */
export async function runChecks(sources: Sources, onFinding: (finding: Finding) => void): Promise<void> {
  const asked = { ...sources };
  for (const name of sourceNames) asked[name] = once(sources[name]);
  asked.presenceStatuses = once(() => statusesOf(sources));
  await Promise.all(
    checkIds.map((id) =>
      checks[id](asked).then(
        (evidence) => onFinding(findingOf(id, evidence)),
        (error: unknown) => onFinding(unknown(id, error))
      )
    )
  );
}

/** The presence statuses; undefined in an org that has no such object. */
function statusesOf({ presenceStatuses }: Sources): Promise<unknown> {
  return presenceStatuses().catch((error: unknown) => {
    if (isWithoutOmniChannel(error)) return undefined;
    throw error;
  });
}

function once(ask: Ask): Ask {
  let answer: Promise<unknown> | undefined;
  return () => (answer ??= ask());
}
