import type { ResolvedConfig } from '../config/resolved-config';
import type { Org } from '../org/org';
import type { Answers, Question } from '../resources/question';
import { resources } from '../resources/resources';
import { askOrg } from './ask-org';
import { makePlan } from './make-plan';
import type { Plan } from './plan';

export type ReadPlan = { readonly plan: Plan; readonly answers: Answers };

/** Reads the org and compares it with the configuration. */
export async function readPlan(
  org: Org,
  config: ResolvedConfig,
  now: number,
  also: readonly Question[] = []
): Promise<ReadPlan> {
  const answers = await askOrg(org, resources, config, also);
  return { answers, plan: makePlan({ config, resources, answers, domain: org.domain, now }) };
}
