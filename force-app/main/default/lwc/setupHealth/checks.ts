import { checkFields } from './checkFields';
import { checkCallCenters, checkOrg } from './checkOrg';
import { checkMembers, checkSeats, checkSets } from './checkPeople';
import { checkChannels, checkResults, checkRules, type DescribeObject } from './checkSettings';
import { findingOf, unknown, type CheckId, type Evidence, type Finding } from './finding';

type Ask = () => Promise<unknown>;

/** Whom the checks ask. */
export type Sources = {
  readonly org: Ask;
  readonly callCenters: Ask;
  readonly agents: Ask;
  readonly assignments: Ask;
  readonly fieldAccess: Ask;
  readonly screenPopRules: Ask;
  readonly dispositions: Ask;
  readonly channels: Ask;
  readonly describe: DescribeObject;
  /** A moment as the person writes it. */
  readonly timeText: (moment: string) => string;
};

export const checkIds: readonly CheckId[] = [
  'org',
  'centers',
  'sets',
  'members',
  'seats',
  'fields',
  'rules',
  'results',
  'channels'
];

/** Makes every check at once and tells each as it ends. One that fails hides no other; each source is asked once. */
export async function runChecks(sources: Sources, onFinding: (finding: Finding) => void): Promise<void> {
  const agents = once(sources.agents);
  const assignments = once(sources.assignments);
  const people = (check: (users: unknown, held: unknown) => readonly Evidence[]) => async () => {
    const [users, held] = await Promise.all([agents(), assignments()]);
    return check(users, held);
  };
  const checks: Readonly<Record<CheckId, () => Promise<readonly Evidence[]>>> = {
    org: async () => checkOrg(await sources.org(), sources.timeText),
    centers: async () => checkCallCenters(await sources.callCenters()),
    sets: async () => checkSets(await assignments()),
    members: people(checkMembers),
    seats: people(checkSeats),
    fields: async () => checkFields(await sources.fieldAccess()),
    rules: async () => checkRules(await sources.screenPopRules(), sources.describe),
    results: async () => checkResults(await sources.dispositions()),
    channels: async () => checkChannels(await sources.channels())
  };
  await Promise.all(
    checkIds.map((id) =>
      checks[id]().then(
        (evidence) => onFinding(findingOf(id, evidence)),
        (error: unknown) => onFinding(unknown(id, error))
      )
    )
  );
}

function once(ask: Ask): Ask {
  let answer: Promise<unknown> | undefined;
  return () => (answer ??= ask());
}
