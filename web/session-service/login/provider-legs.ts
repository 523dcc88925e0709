import { z } from 'zod';
import type { ProviderLeg } from '../authenticators/authenticator';
import { hashOf, isSameSecret, newSecret } from '../secrets';
import type { Attempt, AttemptKeeper } from './attempts';

/** The rep has ten minutes at the provider. */
const legLife = 600_000;
/** Nobody is asked anything in a silent one. */
const silentLegLife = 30_000;

const legSchema = z.object({
  orgId: z.string(),
  attemptId: z.string(),
  method: z.number(),
  redirectUri: z.string(),
  nonce: z.string(),
  codeVerifier: z.string(),
  browserHash: z.string(),
  isSilent: z.boolean().default(false),
  /** Of the window that began it. */
  language: z.string().optional()
});

export type KeptLeg = z.infer<typeof legSchema> & { readonly state: string };

/** Begins the way over the provider, for this attempt and this browser only. */
export async function beginLeg(
  { store, time }: AttemptKeeper,
  begun: {
    readonly attempt: Attempt;
    readonly method: number;
    readonly redirectUri: string;
    readonly browser: string;
    readonly isSilent?: boolean;
    readonly language?: string;
  }
): Promise<ProviderLeg> {
  const { attempt, method, redirectUri, browser, isSilent = false, language } = begun;
  const leg: ProviderLeg = { redirectUri, state: newSecret(), nonce: newSecret(), codeVerifier: newSecret() };
  const { orgId, attemptId } = attempt;
  const { state, ...rest } = leg;
  const value = JSON.stringify({ orgId, attemptId, method, ...rest, browserHash: hashOf(browser), isSilent, language });
  const now = time.now();
  await store.keepToken({
    kind: 'oidc',
    key: hashOf(state),
    value,
    now,
    endsAt: now + (isSilent ? silentLegLife : legLife)
  });
  return leg;
}

/** Uses the leg up, in the browser that began it; nothing when the state is unknown, used, another org's or another browser's. */
export async function takeLeg(
  { store, time }: AttemptKeeper,
  asked: { readonly orgId: string; readonly state: string; readonly browser: string; readonly isSilent?: boolean }
): Promise<KeptLeg | undefined> {
  const key = hashOf(asked.state);
  const kept = await store.readToken('oidc', key, time.now());
  const leg = kept === undefined ? undefined : legSchema.parse(JSON.parse(kept));
  if (leg === undefined || leg.orgId !== asked.orgId) return undefined;
  // A frame never ends what a window began, nor the other way round.
  if (leg.isSilent !== (asked.isSilent ?? false)) return undefined;
  // Another browser that was sent here does not use up the leg of the one that began it.
  if (!isSameSecret(hashOf(asked.browser), leg.browserHash)) return undefined;
  const taken = await store.takeToken('oidc', key, time.now());
  return taken === undefined ? undefined : { ...leg, state: asked.state };
}
