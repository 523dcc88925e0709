import { z } from 'zod';
import { Failure } from '../failure';
import { hashOf, isSameSecret, newHandle, newSecret } from '../secrets';
import type { SessionStore } from '../store/session-store';
import type { ServiceTime } from '../time/service-time';

/** An attempt is good for ten minutes. */
export const attemptLife = 600_000;

const attemptSchema = z.object({
  attemptId: z.string(),
  orgId: z.string(),
  userId: z.string(),
  userName: z.string(),
  callCenter: z.string(),
  email: z.string().optional(),
  federationId: z.string().optional(),
  secretHash: z.string()
});

/** One login that may be finished once, for one user of one org. */
export type Attempt = z.infer<typeof attemptSchema>;

export type AttemptKeeper = { readonly store: SessionStore; readonly time: ServiceTime };

/** Begins an attempt; the secret goes to the page and is not kept. */
export async function beginAttempt(
  { store, time }: AttemptKeeper,
  whom: Omit<Attempt, 'attemptId' | 'secretHash'>
): Promise<{ readonly attempt: Attempt; readonly secret: string; readonly endsAt: number }> {
  const secret = newSecret();
  const attempt = { ...whom, attemptId: newHandle(), secretHash: hashOf(secret) };
  const now = time.now();
  const endsAt = now + attemptLife;
  await store.keepToken({ kind: 'attempt', key: attempt.attemptId, value: JSON.stringify(attempt), now, endsAt });
  return { attempt, secret, endsAt };
}

/** The attempt, when it is this org's and still to be finished; without the secret only to send the rep to a provider. */
export async function attemptOf(
  { store, time }: AttemptKeeper,
  asked: { readonly orgId: string; readonly attemptId: string; readonly secret?: string }
): Promise<Attempt> {
  const attempt = readAttempt(await store.readToken('attempt', asked.attemptId, time.now()));
  // Compared also when there is none, so that time does not tell.
  const isRight = asked.secret === undefined || isSameSecret(hashOf(asked.secret), attempt?.secretHash ?? '');
  if (attempt === undefined || attempt.orgId !== asked.orgId || !isRight) throw new Failure('ATTEMPT_OVER');
  return attempt;
}

/** Uses the attempt up: of several logins one gets it, and the others are told that it is over. */
export async function finishAttempt({ store, time }: AttemptKeeper, { attemptId }: Attempt): Promise<void> {
  if ((await store.takeToken('attempt', attemptId, time.now())) === undefined) throw new Failure('ATTEMPT_OVER');
}

function readAttempt(value: string | undefined): Attempt | undefined {
  return value === undefined ? undefined : attemptSchema.parse(JSON.parse(value));
}
