import { userFinder } from '../../../core/identity/find-user';
import type { IdentityRule, IdentityUser } from '../../../core/identity/identity';
import type { Rep } from '../../../core/reconcile/reconcile-call';
import { usersQuestion } from '../agents/expected-users';
import { recordsOf, textAt } from '../org-record';
import type { Answers } from '../question';

/** The users of the org as reps: who is meant by an agent, and where they live. */
export type Reps = {
  repOf(agent: string): Rep;
  usernameOf(userId: string): string;
  /** The day of a moment where the user is, as Salesforce writes a Date. */
  dayOf(userId: string, moment: string): string;
};

/** Finds reps by the same rule as `agents check`. */
export function findReps(users: readonly IdentityUser[], rule: IdentityRule, answers: Answers): Reps {
  const find = userFinder(users, rule);
  const rows = new Map(recordsOf(answers, usersQuestion.id).map((row) => [textAt(row, 'Id'), row]));
  const text = (userId: string, field: string): string | undefined => {
    const row = rows.get(userId);
    return row && textAt(row, field);
  };
  const dayIn = daysByZone();
  return {
    repOf: (agent) => {
      const [user, ...others] = find(agent);
      if (user === undefined) return { kind: 'unknown' };
      if (others.length > 0) return { kind: 'ambiguous', userIds: [user, ...others].map(({ id }) => id) };
      return { kind: 'known', userId: user.id, isActive: user.isActive };
    },
    usernameOf: (userId) => text(userId, 'Username') ?? userId,
    dayOf: (userId, moment) => dayIn(text(userId, 'TimeZoneSidKey') ?? 'UTC', moment)
  };
}

/** Making a formatter takes a thousand times as long as using it. */
function daysByZone(): (timeZone: string, moment: string) => string {
  const formats = new Map<string, Intl.DateTimeFormat | undefined>();
  return (timeZone, moment) => {
    if (!formats.has(timeZone)) formats.set(timeZone, formatOf(timeZone));
    const parts = formats.get(timeZone)?.formatToParts(new Date(moment)) ?? [];
    const { year, month, day } = Object.fromEntries(parts.map(({ type, value }): [string, string] => [type, value]));
    return day === undefined ? moment.slice(0, 10) : `${year}-${month}-${day}`;
  };
}

/** None where the org names a zone that this computer does not know: the day is that of UTC then. */
function formatOf(timeZone: string): Intl.DateTimeFormat | undefined {
  try {
    return new Intl.DateTimeFormat('en', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' });
  } catch {
    return undefined;
  }
}
