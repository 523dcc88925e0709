import type { z } from 'zod';
import { badRequest } from '../api-error';

/** What was given, when the schema allows it; an error that names each wrong place otherwise. */
export function checked<Value>(what: string, schema: z.ZodType<Value>, given: unknown): Value {
  const { data, error } = schema.safeParse(given);
  if (!error) return data;
  const problems = error.issues.map(({ path, message }) =>
    path.length > 0 ? `${path.join('.')}: ${message}` : message
  );
  throw badRequest('LOCAL_ORG_INVALID', `This is not ${what}: ${problems.join('; ')}`);
}
