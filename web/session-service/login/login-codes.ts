import { z } from 'zod';
import { Failure } from '../failure';
import { codeAsMade, hashOf, isSameSecret, newCode } from '../secrets';
import type { Attempt, AttemptKeeper } from './attempts';

/** A code is good for two minutes. */
const codeLife = 120_000;

const codeSchema = z.object({
  orgId: z.string(),
  attemptId: z.string(),
  secretHash: z.string(),
  opens: z.union([z.object({ handle: z.string() }), z.object({ agentName: z.string(), stamp: z.string().optional() })])
});

/** What a code opens: the session of a finished login, or one that is still to begin. */
export type CodeOpens = z.infer<typeof codeSchema>['opens'];

/** Makes a code that the holder of the attempt's secret may redeem once. */
export async function makeCode({ store, time }: AttemptKeeper, attempt: Attempt, opens: CodeOpens): Promise<string> {
  const code = newCode();
  const { orgId, attemptId, secretHash } = attempt;
  const value = JSON.stringify({ orgId, attemptId, secretHash, opens });
  const now = time.now();
  await store.keepToken({ kind: 'code', key: hashOf(code), value, now, endsAt: now + codeLife });
  return code;
}

/** Uses the code up. Whatever is wrong with it, the answer is the same, and a wrong secret leaves it to its owner. */
export async function takeCode(
  { store, time }: AttemptKeeper,
  asked: { readonly orgId: string; readonly attemptId: string; readonly secret: string; readonly code: string }
): Promise<CodeOpens> {
  const key = hashOf(codeAsMade(asked.code));
  const kept = await store.readToken('code', key, time.now());
  const code = kept === undefined ? undefined : codeSchema.parse(JSON.parse(kept));
  const isRight = isSameSecret(hashOf(asked.secret), code?.secretHash ?? '');
  const isSame = code?.orgId === asked.orgId && code.attemptId === asked.attemptId;
  if (code === undefined || !isRight || !isSame) throw new Failure('ATTEMPT_OVER');
  if ((await store.takeToken('code', key, time.now())) === undefined) throw new Failure('ATTEMPT_OVER');
  return code.opens;
}
