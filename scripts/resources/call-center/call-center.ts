import type { ResolvedConfig } from '../../config/resolved-config';
import type { ResolvedCallCenter } from '../../config/resolved-config/call-center';
import type { ChangeDetail } from '../change';
import { recordsOf, textAt } from '../org-record';
import type { Answers, OrgRecord, Question } from '../question';
import { refusedQuestion } from '../refused-question';
import type { CompareInput, Comparison, Finding, Resource } from '../resource';
import { wantedCertificate } from '../session-service/telephony-key';
import { adjustPackaged, keepWhatTheOrgAdds } from './adjust';
import { buildDefinition } from './build-definition';
import { editByHand, importByHand } from './by-hand';
import { heldCertificate, withCertificate } from './certificate';
import { callCenterAddress, deployCallCenter } from './deploy-call-center';
import { readCustomSettings, type CallCenterDefinition } from './definition';
import { differences } from './difference';
import * as findings from './findings';
import { withLabelNamespace } from './label-namespace';
import { readMetadataAnswer } from './metadata-dialect';
import { findBrokenRules } from './rules';

/** Every call center of the org; `user-assignment` asks the same to name the ones that users are in. */
export const callCenterRows: Question = {
  id: 'call-center:rows',
  via: 'data',
  soql: 'SELECT Id, Name, InternalName, AdapterUrl, CustomSettings, Version FROM CallCenter'
};

const metadataId = 'call-center:metadata';

/** Call centers of Open CTI and contact centers of Voice: own ones as configured, packaged ones with our values in them. */
export const callCenter: Resource = {
  name: 'call-center',
  ask: ({ callCenters }) => (callCenters.length > 0 ? [callCenterRows] : []),
  askMore(config, answers) {
    const fullNames = existing(config, answers);
    return fullNames.length > 0 ? [{ id: metadataId, via: 'metadata', type: 'CallCenter', fullNames }] : [];
  },
  compare(input) {
    const unreadable = refusedQuestion(input.answers, callCenterRows.id, 'its call centers');
    if (unreadable.length > 0) return only(unreadable);
    const comparisons = input.config.callCenters.map((wanted) => compareOne(wanted, input));
    return {
      changes: comparisons.flatMap(({ changes }) => changes),
      findings: comparisons.flatMap(({ findings: found }) => found),
      holds: comparisons.flatMap(({ holds }) => holds),
      recheckAfterInstall: comparisons.some(({ recheckAfterInstall }) => recheckAfterInstall)
    };
  }
};

/** The row of a call center, by its internal name. */
export function callCenterRow(answers: Answers, internalName: string): OrgRecord | undefined {
  return recordsOf(answers, callCenterRows.id).find((row) => textAt(row, 'InternalName') === internalName);
}

function existing({ callCenters }: ResolvedConfig, answers: Answers): readonly string[] {
  return callCenters.map(({ internalName }) => internalName).filter((name) => callCenterRow(answers, name));
}

function compareOne(
  callCenter: ResolvedCallCenter,
  { config, answers, packagesPending, now }: CompareInput
): Comparison {
  const given = withLabelNamespace(callCenter, config);
  const certificate = wantedCertificate(given, answers, now);
  const wanted = withCertificate(given, certificate);
  const desired = buildDefinition(wanted);
  const broken = findBrokenRules(desired).map((rule) => findings.brokenRule(wanted, rule));
  if (broken.length > 0) return only(broken);

  const row = callCenterRow(answers, wanted.internalName);
  if (!row)
    return wanted.origin === 'own' ? create(wanted, desired) : packagedMissing(wanted, desired, packagesPending);

  const xml = textAt(
    recordsOf(answers, metadataId).find(({ fullName }) => fullName === wanted.internalName) ?? {},
    'xml'
  );
  const reading = xml === undefined ? undefined : readMetadataAnswer(xml, wanted.internalName);
  if (!reading?.ok) return unread(wanted, desired, row);
  if (certificate === undefined) {
    const kept = withCertificate(given, heldCertificate(reading.definition));
    return compareOwn(kept, reading.definition, keepWhatTheOrgAdds(reading.definition, buildDefinition(kept), 'voice'));
  }
  return wanted.origin === 'own'
    ? compareOwn(wanted, reading.definition, keepWhatTheOrgAdds(reading.definition, desired, wanted.kind))
    : comparePackaged(wanted, reading.definition, desired);
}

function create(wanted: ResolvedCallCenter, desired: CallCenterDefinition): Comparison {
  const details = differences(undefined, desired);
  return {
    changes: [deployCallCenter(wanted, 'create', desired, details, importByHand(wanted, desired))],
    findings: [],
    holds: []
  };
}

function compareOwn(
  wanted: ResolvedCallCenter,
  current: CallCenterDefinition,
  desired: CallCenterDefinition
): Comparison {
  const details = differences(current, desired);
  if (details.length === 0) return { changes: [], findings: [], holds: holdsOf(desired) };
  return {
    changes: [deployCallCenter(wanted, 'update', desired, details, editByHand(current.displayName, details))],
    findings: [],
    holds: []
  };
}

function comparePackaged(
  wanted: ResolvedCallCenter,
  current: CallCenterDefinition,
  desired: CallCenterDefinition
): Comparison {
  const { definition, missing } = adjustPackaged(current, desired);
  const details = differences(current, definition);
  const warnings = missing.length > 0 ? [findings.fieldsMissing(wanted, missing)] : [];
  if (details.length === 0) return { changes: [], findings: warnings, holds: holdsOf(definition) };
  const byHand = editByHand(current.displayName, details);
  return { changes: [deployCallCenter(wanted, 'update', definition, details, byHand)], findings: warnings, holds: [] };
}

/** What a package brings is unknown until it is installed: shown as values to set, compared again afterwards. */
function packagedMissing(
  wanted: ResolvedCallCenter,
  desired: CallCenterDefinition,
  packagesPending: boolean
): Comparison {
  if (!packagesPending) return only([findings.packagedMissing(wanted)]);
  const details = differences(undefined, desired).filter(isValue);
  const change = deployCallCenter(wanted, 'update', desired, details, editByHand(wanted.displayName, details));
  return { changes: [change], findings: [], holds: [], recheckAfterInstall: true };
}

/**
 * The org has the call center but did not return its metadata; its row still says whether the essential values hold. A deploy
 * replaces the whole call center, with the presence statuses and the version that nobody has read: a person changes it.
 */
function unread(wanted: ResolvedCallCenter, desired: CallCenterDefinition, row: OrgRecord): Comparison {
  const settings = readCustomSettings(textAt(row, 'CustomSettings') ?? '');
  const held =
    textAt(row, 'AdapterUrl') === desired.adapterUrl &&
    [...(desired.customSettings ?? [])].every(([key, value]) => settings?.get(key) === value);
  if (held) return { changes: [], findings: [findings.unread(wanted)], holds: holdsOf(desired) };
  const details = differences(undefined, desired).filter(isValue);
  const work = editByHand(textAt(row, 'Name') ?? wanted.displayName, details);
  const summary = `change ${wanted.displayName} by hand, since the org does not return its definition`;
  return {
    changes: [{ kind: 'ask-person', action: 'update', address: callCenterAddress(wanted), summary, details, work }],
    findings: [],
    holds: []
  };
}

function isValue({ field }: ChangeDetail): boolean {
  return !/label$/i.test(field);
}

function holdsOf({ displayName, adapterUrl, customSettings }: CallCenterDefinition): readonly string[] {
  const settings = [...(customSettings ?? [])].map(([key, value]) => `${key}=${value}`);
  return [
    `Call center ${displayName}: adapter URL is ${adapterUrl ?? '(none)'}`,
    ...(settings.length > 0 ? [`Call center ${displayName}: settings are ${settings.join(', ')}`] : [])
  ];
}

function only(found: readonly Finding[]): Comparison {
  return { changes: [], findings: found, holds: [] };
}
