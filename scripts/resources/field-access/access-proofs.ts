import type { FieldAccess, ResolvedConfig, ResolvedPermissionSet } from '../../config/resolved-config';
import { recordsOf } from '../org-record';
import type { Answers, Question } from '../question';
import { isAssigned } from '../user-assignment/is-assigned';
import { matchUsers, type MatchedUser } from '../user-assignment/match-users';
import { desiredFields, onceEach } from './desired-fields';
import { effectiveAccess, effectiveAccessQuestion } from './effective-access';
import { taskFieldsQuestion } from './field-access';

export type AccessProofs = {
  /** What one user of each permission set really sees, one sentence each. */
  readonly holds: readonly string[];
  /** Fields that such a user does not see although the permission set is meant to show them. */
  readonly missing: readonly string[];
};

/** Asks for the whole field access of one user of each permission set: a set that nobody has shows nobody anything. */
export function accessProofQuestions(config: ResolvedConfig, answers: Answers): readonly Question[] {
  return witnesses(config, answers).map(([, { id }]) => effectiveAccessQuestion(id));
}

/** Compares what those of them who have the permission set may do, through everything assigned to them, with what the configuration promises. */
export function accessProofs(config: ResolvedConfig, answers: Answers): AccessProofs {
  const assigned = witnesses(config, answers).filter(([set, { id }]) => isAssigned(answers, set, id));
  const proofs = assigned.map(([set, user]) => {
    const wanted = desiredFields(set, recordsOf(answers, taskFieldsQuestion.id));
    const given = effectiveAccess(answers, user.id);
    const missing = [...wanted]
      .filter(([field, access]) => !suffices(given.get(field), access))
      .map(([field]) => field);
    return { set, user, wanted, missing };
  });
  return {
    holds: proofs
      .filter(({ wanted, missing }) => wanted.size > 0 && missing.length === 0)
      .map(({ set, user, wanted }) => {
        const count = onceEach([...wanted.keys()]).length;
        return `${user.username} has the access that ${set.label} promises, to ${count} ${count === 1 ? 'field' : 'fields'}`;
      }),
    missing: proofs.flatMap(({ set, user, missing }) =>
      missing.map((field) => `${user.username} has ${set.name} and still lacks access to ${field}`)
    )
  };
}

/** The first user of each permission set; the rule matched them in the first round of questions. */
function witnesses(
  config: ResolvedConfig,
  answers: Answers
): readonly (readonly [ResolvedPermissionSet, MatchedUser])[] {
  return config.permissionSets.flatMap((set) => {
    const [first] = matchUsers(set.assignTo, config, answers);
    return first === undefined ? [] : [[set, first] as const];
  });
}

function suffices(given: FieldAccess['access'] | undefined, wanted: FieldAccess['access']): boolean {
  return given === 'edit' || given === wanted;
}
