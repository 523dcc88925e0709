import type { ResolvedConfig } from '../../config/resolved-config';
import type { FieldAccess, ResolvedPermissionSet } from '../../config/resolved-config/users';
import { recordsOf, refusalOf } from '../org-record';
import type { Answers, Question } from '../question';
import { isAssigned } from '../user-assignment/is-assigned';
import { matchUsers, type MatchedUser } from '../user-assignment/match-users';
import { desiredFields, onceEach } from './desired-fields';
import { effectiveAccess, effectiveAccessQuestion } from './effective-access';
import { taskFieldsQuestion } from './field-access';

export type AccessProofs = {
  /** What one user of each permission set really sees, one sentence each; or that the org does not tell. */
  readonly holds: readonly string[];
  /** Fields that such a user does not see although the permission set is meant to show them. */
  readonly missing: readonly string[];
};

/** Asks for the whole field access of one user of each permission set: a set that nobody has shows nobody anything. */
export function accessProofQuestions(config: ResolvedConfig, answers: Answers): readonly Question[] {
  const ids = config.permissionSets.flatMap(({ assignTo }) => matchUsers(assignTo, config, answers)[0]?.id ?? []);
  return [...new Set(ids)].map(effectiveAccessQuestion);
}

/** Compares what those of them who have the permission set may do, through everything assigned to them, with what the configuration promises. */
export function accessProofs(config: ResolvedConfig, answers: Answers): AccessProofs {
  const asked = witnesses(config, answers);
  const refusals = asked.flatMap(([set, user]) => {
    const refusal = refusalOf(answers, effectiveAccessQuestion(user.id).id);
    return refusal
      ? [`${user.username} could not be asked for the access that ${set.label} promises: ${refusal.message}`]
      : [];
  });
  const told = asked.filter(([, { id }]) => !refusalOf(answers, effectiveAccessQuestion(id).id));
  const proofs = told.map(([set, user]) => {
    const wanted = desiredFields(set, recordsOf(answers, taskFieldsQuestion.id));
    const given = effectiveAccess(answers, user.id);
    const missing = [...wanted]
      .filter(([field, access]) => !suffices(given.get(field), access))
      .map(([field]) => field);
    return { set, user, wanted, missing };
  });
  return {
    holds: [
      ...proofs
        .filter(({ wanted, missing }) => wanted.size > 0 && missing.length === 0)
        .map(({ set, user, wanted }) => {
          const count = onceEach([...wanted.keys()]).length;
          return `${user.username} has the access that ${set.label} promises, to ${count} ${count === 1 ? 'field' : 'fields'}`;
        }),
      ...refusals
    ],
    missing: proofs.flatMap(({ set, user, missing }) =>
      missing.map((field) => `${user.username} has ${set.name} and still lacks access to ${field}`)
    )
  };
}

/**
 * A user of each permission set who has it and was asked about, preferably with an answer: whom the rule matches first may
 * have changed since the questions were put, and nothing is known of somebody about whom nobody asked.
 */
function witnesses(
  config: ResolvedConfig,
  answers: Answers
): readonly (readonly [ResolvedPermissionSet, MatchedUser])[] {
  return config.permissionSets.flatMap((set) => {
    const asked = matchUsers(set.assignTo, config, answers).filter(
      ({ id }) => answers.has(effectiveAccessQuestion(id).id) && isAssigned(answers, set, id)
    );
    const witness = asked.find(({ id }) => !refusalOf(answers, effectiveAccessQuestion(id).id)) ?? asked[0];
    return witness === undefined ? [] : [[set, witness] as const];
  });
}

function suffices(given: FieldAccess['access'] | undefined, wanted: FieldAccess['access']): boolean {
  return given === 'edit' || given === wanted;
}
