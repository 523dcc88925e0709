import { z } from 'zod';
import { planUnreadable } from '../errors/apply';
import type { Plan } from './plan';

const format = 'ringdown-plan-1';

/** The file that `plan --out` writes: what apply checks against, and the changes for whoever reviews them. */
export type SavedPlan = {
  readonly format: typeof format;
  readonly orgName: string;
  readonly orgId: string;
  readonly fingerprint: string;
};

const schema = z.object({ format: z.literal(format), orgName: z.string(), orgId: z.string(), fingerprint: z.string() });

/** Turns a plan into the text of its file. It holds no secret: plans never do. */
export function savePlan(plan: Plan): string {
  const { org, orgName, fingerprint, changes, findings } = plan;
  return `${JSON.stringify({ format, orgName, orgId: org.id, fingerprint, org, changes, findings }, null, 2)}\n`;
}

/** Reads a plan's file back, or says why it is none. */
export function parseSavedPlan(file: string, text: string): SavedPlan {
  let given: unknown;
  try {
    given = JSON.parse(text);
  } catch (error) {
    throw planUnreadable(file, `it is not JSON (${(error as Error).message})`);
  }
  const parsed = schema.safeParse(given);
  if (!parsed.success)
    throw planUnreadable(
      file,
      parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; ')
    );
  return parsed.data;
}
