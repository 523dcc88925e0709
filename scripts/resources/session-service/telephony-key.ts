import type { ResolvedConfig } from '../../config/resolved-config';
import type { ResolvedCallCenter } from '../../config/resolved-config/call-center';
import type { TelephonyKeyChange } from '../change';
import { recordsOf, refusalOf } from '../org-record';
import type { Answers, Question } from '../question';
import type { Comparison, Finding, Resource } from '../resource';
import { sessionCallCenter, sessionOrg, type SessionCallCenter } from './session-org';
import { certificateEnd, keyInForce, type TelephonyKey } from './telephony-key-facts';

const keysId = 'session-service:keys';
const day = 86_400_000;
/** Time enough to notice and to rotate. */
const nearlyOver = 45 * day;

/** The key pair with which our session service signs for a contact center, and the ends of all certificates. */
export const telephonyKey: Resource = {
  name: 'telephony-key',
  ask: (config) => keyQuestions(config),
  compare({ config, answers, now }) {
    const ends = config.callCenters.flatMap((callCenter) => fileFindings(callCenter, now));
    const callCenter = keyedCallCenter(config);
    if (callCenter === undefined || !answers.has(keysId)) return { changes: [], findings: ends, holds: [] };
    const refusal = refusalOf(answers, keysId);
    if (refusal !== undefined)
      return { changes: [], findings: [...ends, unreadable(callCenter, refusal, config.org.name)], holds: [] };
    const compared = compareKeys(callCenter, telephonyKeys(answers), config.org.name, now);
    return { ...compared, findings: [...ends, ...compared.findings] };
  }
};

/** The contact center whose certificate is that of a key of our session service. */
export function keyedCallCenter(config: Pick<ResolvedConfig, 'callCenters'>): SessionCallCenter | undefined {
  const callCenter = sessionCallCenter(config);
  return callCenter?.voice !== undefined && callCenter.voice.certificate === undefined ? callCenter : undefined;
}

/** Asked once the org's id is known. */
export function keyQuestions(config: ResolvedConfig): readonly Question[] {
  const org = keyedCallCenter(config) && sessionOrg(config);
  return org === undefined ? [] : [{ id: keysId, via: 'session-service', orgId: org.orgId }];
}

/** The keys that the session service told of. */
export function telephonyKeys(answers: Answers): readonly TelephonyKey[] {
  // The one who answers has checked each.
  return recordsOf(answers, keysId) as unknown as readonly TelephonyKey[];
}

/** The certificate that a contact center is to have: its file's, or that of the key in force; undefined when only the org knows it. */
export function wantedCertificate(callCenter: ResolvedCallCenter, answers: Answers, now: number): string | undefined {
  if (callCenter.sessionPages === undefined) return callCenter.voice?.certificate ?? '';
  return callCenter.voice?.certificate ?? keyInForce(telephonyKeys(answers), now)?.certificate;
}

function compareKeys(
  callCenter: SessionCallCenter,
  keys: readonly TelephonyKey[],
  orgName: string,
  now: number
): Comparison {
  const { displayName, sessionPages } = callCenter;
  const key = keyInForce(keys, now);
  if (key === undefined) {
    return { changes: [keyChange(callCenter, 'create')], findings: [], holds: [] };
  }
  if (key.state === 'pending') return { changes: [keyChange(callCenter, 'activate', key)], findings: [], holds: [] };
  if (sessionPages.rotateKeys === true)
    return { changes: [keyChange(callCenter, 'create', undefined, key)], findings: [], holds: [] };
  const end = certificateEnd(key.certificate) ?? 0;
  const fix = `npx ringdown apply --org ${orgName} --rotate-keys`;
  return {
    changes: [],
    findings: end - now < nearlyOver ? [overSoon(`The certificate of ${displayName}'s key pair`, end, fix)] : [],
    holds: [`Key pair of ${displayName}: ${key.keyId} signs, its certificate is good until ${dateOf(end)}`]
  };
}

function keyChange(
  { key: name, internalName, displayName, sessionPages }: SessionCallCenter,
  step: TelephonyKeyChange['step'],
  key?: TelephonyKey,
  before?: TelephonyKey
): TelephonyKeyChange {
  const summary =
    step === 'create'
      ? `make a key pair on ${sessionPages.service} for ${displayName}, deploy its certificate and let it sign`
      : `let the key pair ${key?.keyId ?? ''} on ${sessionPages.service} sign for ${displayName} once the org has its certificate`;
  const after = key?.keyId ?? 'a new one';
  return {
    kind: 'telephony-key',
    action: before === undefined ? 'create' : 'update',
    step,
    ...(key !== undefined && { keyId: key.keyId }),
    callCenter: internalName,
    address: `telephony-key ${name}`,
    summary,
    details: [{ field: 'key pair', ...(before !== undefined && { before: before.keyId }), after }]
  };
}

/** A file's certificate is replaced by whoever made it. */
function fileFindings({ key, displayName, voice }: ResolvedCallCenter, now: number): readonly Finding[] {
  const end = voice?.certificate === undefined ? undefined : certificateEnd(voice.certificate);
  if (end === undefined || end - now >= nearlyOver) return [];
  return [
    overSoon(
      `The certificate of ${displayName}`,
      end,
      `Renew callCenters.${key}.voice.certificateFile with its phone system.`
    )
  ];
}

function overSoon(what: string, end: number, fix: string): Finding {
  return {
    code: 'CERTIFICATE_ENDS',
    severity: 'warning',
    message: `${what} is good until ${dateOf(end)}; after that no call of a server is accepted.`,
    fix
  };
}

function unreadable(
  { sessionPages, key }: SessionCallCenter,
  { code, message }: { readonly code: string; readonly message: string },
  orgName: string
): Finding {
  const fixes: Readonly<Record<string, string>> = {
    SECRET_MISSING: `Set it as ringdown.adminToken says, or write callCenters.${key}.voice.certificateFile.`,
    ADMIN_TOKEN_MALFORMED: 'Look where ringdown.adminToken says it is: the token is one line of plain characters.',
    TOKEN_REFUSED: 'Compare it with the token in the settings of the session service.',
    ORG_UNKNOWN: `Give the session service ${sessionPages.orgsFile}, which npx ringdown apply --org ${orgName} writes, and start it anew; its settings must name a keysFolder. Then run the same command again.`
  };
  return {
    code: 'SESSION_SERVICE_UNREADABLE',
    severity: 'blocked',
    message: `The keys of ${sessionPages.service} could not be read (${code}): ${message}.`,
    fix:
      fixes[code] ??
      'Check that the session service runs and that this computer reaches it, and run the same command again.'
  };
}

function dateOf(milliseconds: number): string {
  return new Date(milliseconds).toISOString().slice(0, 10);
}
