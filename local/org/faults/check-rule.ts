import { z } from 'zod';
import { checked } from '../server/checked';
import type { Fault, FaultRule } from './fault-rule';
import { pattern } from './pattern';

/** The rule as it is given, or an error that says what is wrong with it. */
export const faultRule = (given: unknown): FaultRule => checked('a fault rule', rule, given);

const text = z.string().min(1);
const wholeNumber = z.int().min(0);
const positive = z.int().min(1);

const globOrExpression = z.union([text, z.instanceof(RegExp)]).refine(isPattern, 'must be a glob or an expression');

const failure = z.strictObject({
  fullName: text,
  componentType: text,
  problem: text,
  fileName: text.optional(),
  lineNumber: positive.optional(),
  columnNumber: positive.optional()
});

const fault = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('status'),
    status: z.int().min(200).max(599),
    body: z.unknown().optional(),
    headers: z.record(z.string(), z.string()).optional()
  }),
  z.strictObject({ kind: z.literal('maintenance-page') }),
  z.strictObject({ kind: z.literal('reset-before') }),
  z.strictObject({ kind: z.literal('reset-after') }),
  z.strictObject({ kind: z.literal('slow'), milliseconds: z.number().min(0) }),
  z.strictObject({ kind: z.literal('expired-session') }),
  z.strictObject({ kind: z.literal('request-limit'), which: z.enum(['concurrent', 'total']) }),
  z.strictObject({ kind: z.literal('row-lock'), ids: z.array(text).optional() }),
  z
    .strictObject({
      kind: z.literal('deploy-failure'),
      failures: z.array(failure).min(1).optional(),
      errorMessage: text.optional()
    })
    .refine(({ failures, errorMessage }) => failures ?? errorMessage, 'needs failures or an errorMessage'),
  z.strictObject({ kind: z.literal('install-failure'), errors: z.array(text).min(1) }),
  z.strictObject({ kind: z.literal('publish-lag') }),
  z.strictObject({ kind: z.literal('install-in-progress'), polls: positive })
]) satisfies z.ZodType<Fault>;

const rule = z.strictObject({
  match: z.strictObject({
    method: text.optional(),
    path: globOrExpression.optional(),
    soql: globOrExpression.optional()
  }),
  skip: wholeNumber.optional(),
  times: positive.optional(),
  fault
}) satisfies z.ZodType<FaultRule>;

function isPattern(given: string | RegExp): boolean {
  try {
    pattern(given);
    return true;
  } catch {
    return false;
  }
}
