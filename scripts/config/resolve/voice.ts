import type { ResolvedVoice } from '../resolved-config/call-center';
import type { CallCenterSettings } from '../schema/call-center';
import { mustBe } from '../shape/problem';
import type { Scope } from './scope';

export type VoiceInput = {
  readonly given: CallCenterSettings;
  readonly kind: string | undefined;
  readonly internalName: string;
  readonly displayName: string;
  readonly scope: Scope;
};

/** What only a Voice contact center has; undefined for Open CTI. */
export function resolveVoice(
  key: string,
  { given, kind, internalName, displayName, scope }: VoiceInput
): ResolvedVoice | undefined {
  const path = ['callCenters', key, 'voice'];
  if (kind !== 'voice') {
    if (given.voice !== undefined && kind !== undefined) {
      scope.problem({
        ...mustBe(path, 'left out for open-cti', given.voice, `Set callCenters.${key}.kind: voice, or take it out`),
        atKey: true
      });
    }
    return undefined;
  }
  const { vendorInfo = {}, integrationClass, certificateFile } = given.voice ?? {};
  scope.trace(
    [...path, 'vendorInfoName'],
    vendorInfo.name === undefined ? `derived: callCenters.${key}.internalName` : [...path, 'vendorInfo', 'name']
  );
  scope.trace(
    [...path, 'vendorInfoLabel'],
    vendorInfo.label === undefined ? `derived: callCenters.${key}.displayName` : [...path, 'vendorInfo', 'label']
  );
  scope.trace([...path, 'vendorInfoNamespace'], [...path, 'vendorInfo', 'namespace']);
  scope.trace([...path, 'certificate'], [...path, 'certificateFile']);
  if (given.adapterUrl?.startsWith('/')) {
    scope.problem(
      mustBe(
        ['callCenters', key, 'adapterUrl'],
        'an https URL',
        given.adapterUrl,
        'The connector of a Voice contact center is a page of the phone system'
      )
    );
  }
  return {
    vendorInfoName: vendorInfo.name ?? internalName,
    vendorInfoLabel: vendorInfo.label ?? displayName,
    vendorInfoNamespace: vendorInfo.namespace ?? 'c',
    ...(integrationClass === undefined ? {} : { integrationClass }),
    ...(certificateFile === undefined
      ? {}
      : { certificate: certificate([...path, 'certificateFile'], certificateFile, scope) })
  };
}

function certificate(path: readonly string[], file: string, scope: Scope): string {
  const text = scope.readFile(file)?.replace(/\r\n/g, '\n').trim();
  if (text === undefined) {
    scope.problem(mustBe(path, 'a file that can be read', file, 'The path is relative to the configuration file'));
  } else if (text.includes('PRIVATE KEY')) {
    scope.problem(
      mustBe(
        path,
        'a certificate without a private key',
        file,
        'Every rep can read it: keep the -----BEGIN CERTIFICATE----- part alone'
      )
    );
  } else if (!/^-----BEGIN CERTIFICATE-----\n[A-Za-z0-9+/=\n]+\n-----END CERTIFICATE-----$/.test(text)) {
    scope.problem(mustBe(path, 'a certificate in PEM form', file, 'It starts with -----BEGIN CERTIFICATE-----'));
  }
  return text ?? '';
}
