import type { Answer, Question } from '../resources/question';
import type { Org, SessionService } from '../org/org';

/** The org together with the session service: whoever asks need not know who answers. */
export function withSessionService(org: Org, service: SessionService): Org {
  return { ...org, ask };

  async function ask(questions: readonly Question[]): Promise<ReadonlyMap<string, Answer>> {
    const others = questions.filter(({ via }) => via !== 'session-service');
    const ours = questions.flatMap((question) => (question.via === 'session-service' ? [question] : []));
    const [answered, keys] = await Promise.all([
      others.length === 0 ? new Map<string, Answer>() : org.ask(others),
      Promise.all(ours.map(async ({ id, orgId }) => [id, await service.readKeys(orgId)] as const))
    ]);
    return new Map([...answered, ...keys]);
  }
}
