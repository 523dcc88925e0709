import type { ResolvedConfig } from '../../config/resolved-config';
import type { ResolvedCallCenter, ResolvedVoice } from '../../config/resolved-config/call-center';
import type { ChangeDetail } from '../change';
import { recordsOf, textAt } from '../org-record';
import type { Answers, Question } from '../question';
import { refusedQuestion } from '../refused-question';
import type { Comparison, Finding, Resource } from '../resource';
import { readXmlChildren } from '../xml/read-xml';
import { bridgeOf } from './bridge-component';
import { classFindings, classQuestions, type Wanted } from './integration-class';
import { desiredVendorInfo, vendorInfoFile, type VendorInfo } from './vendor-info-file';
import { voiceLicenceFindings, voiceLicenceQuestions } from './voice-licence';

/** The question about the providers that are ours to write. */
export const vendorInfoMetadataId = 'vendor-info:metadata';

/** The telephony provider record of each contact center; one that came with a package (another namespace) is left alone. */
export const vendorInfo: Resource = {
  name: 'vendor-info',
  ask: (config) => [...voiceLicenceQuestions(config), ...classQuestions(ownVendorInfos(config))],
  // Asked beside the call centers' metadata: one round trip for both.
  askMore: (config) => questions(config),
  compare({ config, answers, packagesPending }) {
    const wanted = ownVendorInfos(config);
    const classes = classFindings(wanted, answers);
    // A pending package may bring the class: it is looked for again once that is installed.
    const mayComeYet = packagesPending && classes.length > 0;
    const preflight = [...voiceLicenceFindings(config, answers), ...(mayComeYet ? [] : classes)];
    const unreadable = refusedQuestion(
      answers,
      vendorInfoMetadataId,
      'its telephony providers (ConversationVendorInfo)'
    );
    if (unreadable.length > 0) return { changes: [], findings: [...preflight, ...unreadable], holds: [] };
    const compared = wanted.map(({ callCenter, voice }) =>
      compareOne(callCenter, voice, answers, bridgeOf(callCenter, config))
    );
    return {
      changes: compared.flatMap(({ changes }) => changes),
      findings: [...preflight, ...compared.flatMap(({ findings }) => findings)],
      holds: compared.flatMap(({ holds }) => holds),
      recheckAfterInstall: mayComeYet
    };
  }
};

/** The contact centers whose vendor info is unpackaged, and therefore ours to write. */
export function ownVendorInfos({ callCenters }: ResolvedConfig): readonly Wanted[] {
  return callCenters.flatMap((callCenter) => {
    const { kind, voice } = callCenter;
    return kind === 'voice' && voice?.vendorInfoNamespace === 'c' ? [{ callCenter, voice }] : [];
  });
}

function questions(config: ResolvedConfig): readonly Question[] {
  const fullNames = [...new Set(ownVendorInfos(config).map(({ voice }) => voice.vendorInfoName))];
  return fullNames.length > 0
    ? [{ id: vendorInfoMetadataId, via: 'metadata', type: 'ConversationVendorInfo', fullNames }]
    : [];
}

function compareOne(
  callCenter: ResolvedCallCenter,
  voice: ResolvedVoice,
  answers: Answers,
  bridge: string | undefined
): Comparison {
  const desired = desiredVendorInfo(callCenter, voice, bridge);
  const row = recordsOf(answers, vendorInfoMetadataId).find(({ fullName }) => fullName === voice.vendorInfoName);
  const current = row && readVendorInfo(textAt(row, 'xml') ?? '');
  const details = differences(current, desired);
  if (details.length === 0) {
    return {
      changes: [],
      findings: [],
      holds: [`Telephony provider ${voice.vendorInfoLabel}: connector is ${callCenter.adapterUrl}`]
    };
  }
  const action = current ? 'update' : 'create';
  // A deploy replaces the whole component: what the org knows beyond our elements goes along.
  const whole = new Map([...(current ?? []), ...desired]);
  if (!desired.has('customLoginUrl')) whole.delete('customLoginUrl');
  return {
    changes: [
      {
        kind: 'deploy-component',
        action,
        phase: 'vendor-info',
        address: `vendor-info ${voice.vendorInfoName}`,
        summary: `${action} the telephony provider ${voice.vendorInfoLabel}`,
        details,
        component: vendorInfoFile(voice.vendorInfoName, whole)
      }
    ],
    findings: whole.has('integrationClass') ? [] : [withoutClass(callCenter.key, voice)],
    holds: []
  };
}

/** Documents call the class optional; orgs refuse a partner's vendor info without one. */
function withoutClass(key: string, { vendorInfoLabel }: ResolvedVoice): Finding {
  return {
    code: 'VENDOR_INFO_WITHOUT_CLASS',
    severity: 'blocked',
    message: `The telephony provider ${vendorInfoLabel} names no Apex class; orgs refuse a ServiceCloudVoicePartner without one.`,
    fix: `Write the vendor's class, or an empty one of your own, as callCenters.${key}.voice.integrationClass.`
  };
}

/** The leaves of what the org returned; an unreadable answer counts as empty, so that everything is written again. */
export function readVendorInfo(xml: string): VendorInfo {
  const reading = readXmlChildren('ConversationVendorInfo', xml);
  if (!reading.ok) return new Map();
  return new Map(reading.root.children.filter(({ name }) => name !== 'fullName').map(({ name, text }) => [name, text]));
}

function differences(current: VendorInfo | undefined, desired: VendorInfo): readonly ChangeDetail[] {
  const changed = [...desired].flatMap(([field, after]): readonly ChangeDetail[] => {
    const before = current?.get(field);
    return before === after ? [] : [{ field, ...(before !== undefined && { before }), after }];
  });
  const login = current?.get('customLoginUrl');
  return login && !desired.has('customLoginUrl') ? [...changed, { field: 'customLoginUrl', before: login }] : changed;
}
