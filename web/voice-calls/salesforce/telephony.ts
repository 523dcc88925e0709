import { randomUUID } from 'node:crypto';
import type { CallAudit } from '../call-audit';
import type { Clock } from '../clock';
import type { KeyRing, OrgKey } from '../keys/key-ring';
import type { VoiceOrg } from '../voice-org';
import type { SendRequest, TelephonyAnswer } from './send-request';
import { signToken } from './sign-token';

export type Wanted = { readonly method: 'POST' | 'PATCH'; readonly path: string; readonly body: object };

/**
 * What became of a request. `arrived`: a repeated one was refused because the first one had come, whose answer was lost.
 * `unauthorized`: no key of ours is accepted. `no-key`: there is none.
 */
export type Outcome =
  | Exclude<TelephonyAnswer, { readonly kind: 'lost' }>
  | { readonly kind: 'lost'; readonly reason: string; readonly jti: string }
  | { readonly kind: 'arrived' }
  | { readonly kind: 'unauthorized' }
  | { readonly kind: 'no-key' };

export type Telephony = {
  /** Sends with a token that was never used; `sending` is told its `jti` before anything goes out, and keeps it. */
  readonly send: (wanted: Wanted, sending: (jti: string) => void) => Promise<Outcome>;
  /** Sends again what may have arrived already, with the same `jti`, which Salesforce takes only once. */
  readonly repeat: (wanted: Wanted, jti: string) => Promise<Outcome>;
  readonly lastAccepted: () => Accepted | undefined;
};

/** The key that Salesforce last took, and when. */
export type Accepted = { readonly keyId: string; readonly at: number };

/** After so long the active key is tried first again. */
const preferOtherFor = 5 * 60_000;
const mostKeysTried = 4;

export function createTelephony(options: {
  readonly org: VoiceOrg;
  readonly keys: KeyRing;
  readonly clock: Clock;
  readonly audit: CallAudit;
  readonly sendRequest: SendRequest;
}): Telephony {
  const { org, keys, clock, audit, sendRequest } = options;
  const { orgId } = org;
  let accepted: Accepted | undefined;
  /** The last thing that was said about keys, so that it is said once. */
  let said = '';
  const say = (what: string, tell: () => void): void => {
    if (said !== what) tell();
    said = what;
  };

  /** The active key first, unless another one was the last that Salesforce took. */
  const signers = (): readonly OrgKey[] => {
    const all = keys.signers();
    const preferred = all.find(({ keyId }) => keyId === accepted?.keyId);
    const isRecent = accepted !== undefined && Math.abs(clock.now() - accepted.at) < preferOtherFor;
    if (preferred === undefined || preferred.state === 'active' || !isRecent) return all.slice(0, mostKeysTried);
    return [preferred, ...all.filter((key) => key !== preferred)].slice(0, mostKeysTried);
  };
  const ask = (wanted: Wanted, key: OrgKey, jti: string): Promise<TelephonyAnswer> => {
    const { method, path, body } = wanted;
    const token = signToken(org, key.privateKey, jti, clock.now());
    return sendRequest({ method, url: `${org.scrtUrl}/telephony/v1${path}`, token, body });
  };
  const wasAccepted = (key: OrgKey): void => {
    const isOther = key.state !== 'active';
    // Only the active one renews its time: another one is asked for again now and then.
    if (accepted?.keyId !== key.keyId || !isOther || clock.now() - accepted.at >= preferOtherFor)
      accepted = { keyId: key.keyId, at: clock.now() };
    const activeKeyId = keys.signers().find(({ state }) => state === 'active')?.keyId;
    const { keyId } = key;
    say(`accepted ${keyId} ${key.state}`, () =>
      audit(
        isOther
          ? { event: 'other-key-accepted', orgId, keyId, activeKeyId, reason: key.state }
          : { event: 'key-accepted', orgId, keyId }
      )
    );
  };
  const allRefused = (): Outcome => {
    const activeKeyId = keys.signers()[0]?.keyId;
    say(`refused ${activeKeyId}`, () => audit({ event: 'key-refused', orgId, activeKeyId }));
    return { kind: 'unauthorized' };
  };
  const noKey = (): Outcome => {
    say('no key', () => audit({ event: 'no-key', orgId }));
    return { kind: 'no-key' };
  };

  const send: Telephony['send'] = async (wanted, sending) => {
    const tried = signers();
    if (tried.length === 0) return noKey();
    for (const key of tried) {
      const jti = randomUUID();
      sending(jti);
      const answer = await ask(wanted, key, jti);
      if (answer.kind === 'lost') return { ...answer, jti };
      if (answer.kind === 'not-sent') return answer;
      // A gateway that speaks for Salesforce does not know what Salesforce did.
      if ([408, 502, 504].includes(answer.status)) return { kind: 'lost', reason: String(answer.status), jti };
      if (answer.status === 401) continue;
      if (answer.status < 500) wasAccepted(key);
      return answer;
    }
    return allRefused();
  };

  /** Asks for nothing, so that a refusal can only be one of the key; every field that a call needs is missing. */
  const probe: Wanted = { method: 'POST', path: '/voiceCalls', body: {} };

  const repeat: Telephony['repeat'] = async (wanted, jti) => {
    const tried = signers();
    if (tried.length === 0) return noKey();
    for (const key of tried) {
      const probed = await ask(probe, key, randomUUID());
      if (probed.kind === 'not-sent') return probed;
      if (probed.kind === 'lost') return { ...probed, jti };
      if (probed.status === 401) continue;
      if (probed.status === 429 || probed.status >= 500) return { kind: 'not-sent', reason: String(probed.status) };
      wasAccepted(key);
      const answer = await ask(wanted, key, jti);
      if (answer.kind === 'lost') return { ...answer, jti };
      if (answer.kind === 'not-sent') return answer;
      if ([408, 502, 504].includes(answer.status)) return { kind: 'lost', reason: String(answer.status), jti };
      return answer.status === 401 ? { kind: 'arrived' } : answer;
    }
    return allRefused();
  };

  return { send, repeat, lastAccepted: () => accepted };
}
