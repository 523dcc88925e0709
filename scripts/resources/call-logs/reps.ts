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
  /** Such as `Europe/Berlin`. */
  timeZoneOf(userId: string): string;
};

/** Finds reps by the same rule as `agents check`. */
export function findReps(users: readonly IdentityUser[], rule: IdentityRule, answers: Answers): Reps {
  const find = userFinder(users, rule);
  const rows = new Map(recordsOf(answers, usersQuestion.id).map((row) => [textAt(row, 'Id'), row]));
  const text = (userId: string, field: string): string | undefined => {
    const row = rows.get(userId);
    return row && textAt(row, field);
  };
  return {
    repOf: (agent) => {
      const [user, ...others] = find(agent);
      if (user === undefined) return { kind: 'unknown' };
      if (others.length > 0) return { kind: 'ambiguous', userIds: [user, ...others].map(({ id }) => id) };
      return { kind: 'known', userId: user.id, isActive: user.isActive };
    },
    usernameOf: (userId) => text(userId, 'Username') ?? userId,
    timeZoneOf: (userId) => text(userId, 'TimeZoneSidKey') ?? 'UTC'
  };
}
