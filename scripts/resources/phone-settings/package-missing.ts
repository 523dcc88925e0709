import { refusalOf } from '../org-record';
import type { Answers } from '../question';
import type { Finding } from '../resource';
import { shortRefusal } from '../short-refusal';

/** Something of our package that the file's settings are written to, and the question that reads it. */
export type NeededPart = { readonly name: string; readonly questionId: string };

/** One blocked finding with every part that the org does not have; none when it has them all. */
export function packageMissing(parts: readonly NeededPart[], answers: Answers): readonly Finding[] {
  const refused = parts.flatMap(({ name, questionId }) => {
    const refusal = refusalOf(answers, questionId);
    return refusal === undefined ? [] : [{ name, refusal }];
  });
  const [first] = refused;
  if (first === undefined) return [];
  const names = refused.map(({ name }) => name).join(', ');
  return [
    {
      code: 'PACKAGE_MISSING',
      severity: 'blocked',
      message: `The org has no ${names}, which the settings of the file are written to: ${shortRefusal(first.refusal)}`,
      fix: 'Say where Ringdown’s package comes from: ringdown: { source: force-app } or { release: latest }; or correct ringdown.namespace.'
    }
  ];
}
