import type { ResolvedConfig } from '../../config/resolved-config';
import type { ResolvedCallCenter, ResolvedVoice } from '../../config/resolved-config/call-center';
import { callCenterRow } from '../call-center/call-center';
import { readCustomSettings } from '../call-center/definition';
import { recordsOf, textAt } from '../org-record';
import type { Answers, Question } from '../question';
import type { Finding, Resource } from '../resource';
import { readVendorInfo, vendorInfoMetadataId } from '../vendor-info/vendor-info';

const packagedId = 'login-urls:packaged';

type Voice = { readonly callCenter: ResolvedCallCenter; readonly voice: ResolvedVoice };

/**
 * Whether the two places of a login page's address agree in the org: the running console reads the contact center's
 * scvVendorLoginUrl, and a contact center that is made anew gets the provider's customLoginUrl.
 */
export const loginUrls: Resource = {
  name: 'login-urls',
  ask: () => [],
  askMore: (config) => packagedQuestions(config),
  compare({ config, answers }) {
    const compared = voices(config).map((one) => compareOne(one, answers, config.org.name));
    return {
      changes: [],
      findings: compared.flatMap(({ finding }) => finding ?? []),
      holds: compared.flatMap(({ hold }) => hold ?? [])
    };
  }
};

function voices({ callCenters }: ResolvedConfig): readonly Voice[] {
  return callCenters.flatMap((callCenter) =>
    callCenter.voice === undefined ? [] : [{ callCenter, voice: callCenter.voice }]
  );
}

/** A provider that a package brought is nobody's to change here; what it says still counts. */
function packagedQuestions(config: ResolvedConfig): readonly Question[] {
  const fullNames = voices(config).flatMap(({ voice }) =>
    voice.vendorInfoNamespace === 'c' ? [] : [fullNameOf(voice)]
  );
  return fullNames.length === 0 ? [] : [{ id: packagedId, via: 'metadata', type: 'ConversationVendorInfo', fullNames }];
}

function fullNameOf({ vendorInfoNamespace, vendorInfoName }: ResolvedVoice): string {
  return vendorInfoNamespace === 'c' ? vendorInfoName : `${vendorInfoNamespace}__${vendorInfoName}`;
}

function compareOne(
  { callCenter, voice }: Voice,
  answers: Answers,
  orgName: string
): { readonly finding?: Finding; readonly hold?: string } {
  const { displayName, internalName, loginUrl } = callCenter;
  const row = callCenterRow(answers, internalName);
  const info = [...recordsOf(answers, vendorInfoMetadataId), ...recordsOf(answers, packagedId)].find(
    ({ fullName }) => fullName === fullNameOf(voice)
  );
  // What is not there yet, or could not be read, is said by whoever makes it.
  if (row === undefined || info === undefined) return {};
  const read = readCustomSettings(textAt(row, 'CustomSettings') ?? '')?.get('scvVendorLoginUrl') ?? '';
  const kept = readVendorInfo(textAt(info, 'xml') ?? '').get('customLoginUrl') ?? '';
  if (read === kept) return read === '' ? {} : { hold: `Login page of ${displayName}: both places say ${read}` };
  const isOurs = voice.vendorInfoNamespace === 'c';
  return {
    finding: {
      code: 'LOGIN_URLS_DISAGREE',
      severity: 'warning',
      message:
        `The org knows two login pages of ${displayName}: ${read || 'none'} in the contact center (scvVendorLoginUrl), which reps ` +
        `see, and ${kept || 'none'} in the telephony provider ${voice.vendorInfoLabel} (customLoginUrl).`,
      fix: isOurs
        ? `npx ringdown apply --org ${orgName} writes ${loginUrl ?? 'none'} into both.`
        : `The provider came with the package ${voice.vendorInfoNamespace}: write its address as callCenters.${callCenter.key}.loginUrl, or ask its vendor.`
    }
  };
}
