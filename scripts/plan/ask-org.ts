import type { ResolvedConfig } from '../config/resolved-config';
import type { Org } from '../org/org';
import type { Answers, Question } from '../resources/question';
import type { Resource } from '../resources/resource';

/** Asks the org everything that these resources want to know, in two rounds at most; the second only where the first calls for it. */
export async function askOrg(
  org: Org,
  resources: readonly Resource[],
  config: ResolvedConfig,
  also: readonly Question[] = []
): Promise<Answers> {
  const first = await org.ask(once([...resources.flatMap((resource) => resource.ask(config)), ...also]));
  const more = once(resources.flatMap((resource) => resource.askMore?.(config, first) ?? []));
  return more.length === 0 ? first : new Map([...first, ...(await org.ask(more))]);
}

/** Two resources may ask the same question; its id says that it is the same. */
function once(questions: readonly Question[]): readonly Question[] {
  return [...new Map(questions.map((question) => [question.id, question])).values()];
}
