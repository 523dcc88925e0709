import type { Org, SessionService } from '../org/org';
import type { TelephonyKeyChange } from '../resources/change';
import { heldCertificate } from '../resources/call-center/certificate';
import { readMetadataAnswer } from '../resources/call-center/metadata-dialect';
import { recordsOf, textAt } from '../resources/org-record';
import type { Answers, Question } from '../resources/question';
import { resources } from '../resources/resources';
import { sessionOrg } from '../resources/session-service/session-org';
import { keyQuestions, telephonyKeys } from '../resources/session-service/telephony-key';
import { keyInForce, outlivedKeys } from '../resources/session-service/telephony-key-facts';
import type { ResolvedConfig } from '../config/resolved-config';
import type { ApplyContext } from './apply-context';
import { makePlan } from './make-plan';
import type { Plan } from './plan';

export type KeyedRun = { readonly context: ApplyContext; readonly plan: Plan; readonly answers: Answers };

/** Makes the key pair that the plan asks for, and plans again with its certificate; a run without one is as it was. */
export async function createKey(run: KeyedRun): Promise<KeyedRun> {
  const { context, plan, answers } = run;
  const change = keyChangeOf(plan);
  if (change === undefined) return run;
  const config = withoutRotation(context.config);
  if (change.step === 'activate') return { ...run, context: { ...context, config } };
  const { org, clock, emit, journal } = context;
  const { service, orgId } = serviceOf(context);
  await removeOutlivedKeys(context, change);
  emit({ type: 'step-started', step: change.address, title: `Making a key pair for ${change.callCenter}` });
  journal.write({ event: 'key-about-to-create', callCenter: change.callCenter });
  const keyId = await service.createKey(orgId);
  journal.write({ event: 'key-created', callCenter: change.callCenter, keyId });
  emit({
    type: 'step-finished',
    step: change.address,
    outcome: 'changed',
    detail: `${keyId}, which waits for the org`
  });
  const fresh = new Map([...answers, ...(await org.ask(keyQuestions(config)))]);
  return {
    context: { ...context, config },
    answers: fresh,
    plan: makePlan({ config, resources, answers: fresh, domain: org.domain, now: clock.now() })
  };
}

/** Lets the waiting key pair sign, once the org itself shows its certificate. Until then the old one goes on. */
export async function activateKey(context: ApplyContext, plan: Plan, answers: Answers): Promise<void> {
  const change = keyChangeOf(plan);
  if (change?.keyId === undefined) return;
  const { org, clock, emit, journal } = context;
  const key = keyInForce(telephonyKeys(answers), clock.now());
  if (key === undefined || (await certificateInOrg(org, change.callCenter)) !== key.certificate) return;
  const { service, orgId } = serviceOf(context);
  emit({ type: 'step-started', step: change.address, title: `Activating the key pair ${key.keyId}` });
  await service.activateKey(orgId, key.keyId);
  journal.write({ event: 'key-activated', callCenter: change.callCenter, keyId: key.keyId });
  emit({ type: 'step-finished', step: change.address, outcome: 'changed', detail: `${key.keyId} signs` });
  await removeOutlivedKeys(context, change);
}

async function certificateInOrg(org: Org, callCenter: string): Promise<string | undefined> {
  const question: Question = { id: 'key:held', via: 'metadata', type: 'CallCenter', fullNames: [callCenter] };
  const xml = textAt(recordsOf(await org.ask([question]), question.id)[0] ?? {}, 'xml');
  const reading = xml === undefined ? undefined : readMetadataAnswer(xml, callCenter);
  return reading?.ok === true ? heldCertificate(reading.definition) : undefined;
}

/** Otherwise the service would have no room for a new pair one day. Whatever cannot be removed now is so at the next change. */
async function removeOutlivedKeys(context: ApplyContext, { address, callCenter }: TelephonyKeyChange): Promise<void> {
  const { org, config, emit, journal, signal } = context;
  const answers = await org.ask(keyQuestions(config));
  const keys = telephonyKeys(answers);
  if (keys.filter(({ state }) => state === 'retired').length < 2) return;
  const outlived = outlivedKeys(keys, await certificateInOrg(org, callCenter));
  const { service, orgId } = serviceOf(context);
  const step = `${address} removal`;
  for (const { keyId } of outlived) {
    emit({ type: 'step-started', step, title: `Removing the key pair ${keyId}, with which nothing is signed` });
    try {
      await service.removeKey(orgId, keyId);
    } catch (error) {
      signal.throwIfAborted();
      emit({ type: 'step-finished', step, outcome: 'failed', detail: (error as Error).message });
      return;
    }
    journal.write({ event: 'key-removed', callCenter, keyId });
    emit({ type: 'step-finished', step, outcome: 'changed' });
  }
}

function keyChangeOf({ changes }: Plan): TelephonyKeyChange | undefined {
  return changes.find((change): change is TelephonyKeyChange => change.kind === 'telephony-key');
}

/** Asked for once; what is read later in the same run must not ask for another. */
function withoutRotation(config: ResolvedConfig): ResolvedConfig {
  return {
    ...config,
    callCenters: config.callCenters.map(({ sessionPages, ...callCenter }) =>
      sessionPages === undefined ? callCenter : { ...callCenter, sessionPages: { ...sessionPages, rotateKeys: false } }
    )
  };
}

/** A change of keys is planned only where the service was asked, and so is known. */
function serviceOf({ sessionService, config }: ApplyContext): { service: SessionService; orgId: string } {
  const orgId = sessionOrg(config)?.orgId;
  if (sessionService === undefined || orgId === undefined)
    throw new Error('keys of a session service that nobody named');
  return { service: sessionService, orgId };
}
