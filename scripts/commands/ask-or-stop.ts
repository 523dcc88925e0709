import { orgRefused } from '../errors/run';
import type { Org } from '../org/org';
import { refusalOf } from '../resources/org-record';
import type { Answers, Question } from '../resources/question';

/** The answers to questions that all have to be answered; throws ORG_REFUSED with the first refusal. */
export async function askOrStop(org: Org, questions: readonly Question[], purpose: string): Promise<Answers> {
  const answers = await org.ask(questions);
  for (const { id } of questions) {
    const refusal = refusalOf(answers, id);
    if (refusal !== undefined) throw orgRefused(purpose, refusal.code, refusal.message, undefined);
  }
  return answers;
}
