import { refusalOf } from './org-record';
import type { Answers } from './question';
import type { Finding } from './resource';
import { shortRefusal } from './short-refusal';

/** A blocked finding when the org refused a question without whose answer nothing can be compared. */
export function refusedQuestion(answers: Answers, id: string, what: string): readonly Finding[] {
  const refusal = refusalOf(answers, id);
  if (!refusal) return [];
  return [
    {
      code: 'ORG_UNREADABLE',
      severity: 'blocked',
      message: `The org does not show ${what}: ${shortRefusal(refusal)}`,
      fix: 'Give the running user View Setup and Configuration, or log in as an administrator.'
    }
  ];
}
