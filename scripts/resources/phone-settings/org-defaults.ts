import type { ResolvedConfig } from '../../config/resolved-config';
import type { ChangeDetail, FieldValue, WriteRecord } from '../change';
import { isSameId } from '../is-same-id';
import { namespaced } from '../namespaced';
import { recordsOf, textAt } from '../org-record';
import { readOrganization } from '../organization/read-organization';
import type { Answers, OrgRecord, Question } from '../question';
import type { CompareInput, Comparison, Resource } from '../resource';
import { packageMissing } from './package-missing';
import {
  heldPopsAndLogs,
  knowsPopsAndLogs,
  olderRelease,
  popsAndLogsField,
  popsAndLogsQuestion
} from './pops-and-logs';
import { repFields, unclearReps, wantedReps } from './rep-defaults';
import {
  heldPopWindow,
  isPopWindowField,
  knowsPopWindow,
  olderThanPopWindow,
  popWindowQuestion,
  wantedPopWindow
} from './screen-pop-window';

type Setting = 'RingdownOrg__c' | 'RepPreference__c';
type Wanted = Readonly<Record<string, string | number | null>>;

const settingId = (setting: Setting): string => `org-defaults:${setting}`;

/** The org's own row of our hierarchy custom settings: for which org all this was configured, and what reps start with. */
export const orgDefaults: Resource = {
  name: 'org-defaults',
  ask: ({ ringdown, reps, screenPopWindow }) =>
    ringdown === undefined
      ? []
      : [
          question(
            'RingdownOrg__c',
            ['ConfiguredFor__c', 'DefaultCountry__c', 'PhoneOrigin__c', 'SessionServiceUrl__c'],
            ringdown.namespace
          ),
          popsAndLogsQuestion(ringdown),
          ...(screenPopWindow === undefined ? [] : [popWindowQuestion(ringdown)]),
          ...(reps === undefined ? [] : [question('RepPreference__c', repFields, ringdown.namespace)])
        ],
  compare(input) {
    const { config, answers, packagesPending } = input;
    const { ringdown } = config;
    if (ringdown === undefined) return { changes: [], findings: [], holds: [] };
    const { namespace } = ringdown;
    const settings: readonly Setting[] = [
      'RingdownOrg__c',
      ...(config.reps === undefined ? [] : ['RepPreference__c' as const])
    ];
    const parts = settings.map((name) => ({ name: namespaced(namespace, name), questionId: settingId(name) }));
    const missing = packagesPending ? [] : packageMissing(parts, answers);
    if (missing.length > 0) return { changes: [], findings: missing, holds: [] };
    const orgId = readOrganization(answers).id;
    const knowsVendor = knowsPopsAndLogs(answers, packagesPending);
    const knowsWindow = knowsPopWindow(answers, packagesPending);
    const wanted = { ...wantedOrg(config, orgId, knowsVendor), ...(knowsWindow && wantedPops(config)) };
    const compared = [
      compareSetting('RingdownOrg__c', wanted, input),
      ...(config.reps === undefined ? [] : [compareSetting('RepPreference__c', wantedReps(config), input)])
    ];
    return {
      changes: compared.flatMap(({ changes }) => changes),
      findings: [
        ...(knowsVendor ? [] : olderRelease(ringdown)),
        ...(knowsWindow ? [] : [olderThanPopWindow(ringdown)]),
        ...unclearReps(recordsOf(answers, settingId('RepPreference__c')), orgId, namespace)
      ],
      holds: compared.flatMap(({ holds }) => holds),
      recheckAfterInstall: packagesPending
    };
  }
};

/** Rows of single reps come too: a filter by owner would need the org's id, and so a second request. */
function question(setting: Setting, fields: readonly string[], namespace: string): Question {
  const own = fields.map((field) => namespaced(namespace, field)).join(', ');
  return {
    id: settingId(setting),
    via: 'data',
    soql: `SELECT Id, SetupOwnerId, ${own} FROM ${namespaced(namespace, setting)}`
  };
}

function wantedOrg({ ringdown, logging }: ResolvedConfig, orgId: string, knowsVendor: boolean): Wanted {
  return {
    ConfiguredFor__c: orgId,
    ...(logging?.defaultCountry !== undefined && { DefaultCountry__c: logging.defaultCountry }),
    ...(ringdown?.phoneOrigin !== undefined && { PhoneOrigin__c: ringdown.phoneOrigin }),
    ...(ringdown?.sessionService !== undefined && { SessionServiceUrl__c: ringdown.sessionService }),
    ...(knowsVendor && { [popsAndLogsField]: ringdown?.popsAndLogs ?? 'Ringdown' })
  };
}

const wantedPops = ({ screenPopWindow }: ResolvedConfig): Wanted =>
  screenPopWindow === undefined ? {} : wantedPopWindow(screenPopWindow);

function compareSetting(
  setting: Setting,
  wanted: Wanted,
  { config, answers }: CompareInput
): Pick<Comparison, 'changes' | 'holds'> {
  const namespace = config.ringdown?.namespace ?? '';
  const orgId = readOrganization(answers).id;
  const row = orgRow(setting, orgId, answers);
  const details = Object.entries(wanted).flatMap(([field, value]): readonly ChangeDetail[] => {
    const held = row && heldIn(row, field, namespace, answers);
    const after = value === null ? undefined : String(value);
    if (held === after) return [];
    return [{ field, ...(held !== undefined && { before: held }), ...(after !== undefined && { after }) }];
  });
  if (row !== undefined && details.length === 0) return { changes: [], holds: [titles[setting].holds] };
  return { changes: [write(setting, { row, orgId, wanted, details, namespace })], holds: [] };
}

function heldIn(row: OrgRecord, field: string, namespace: string, answers: Answers): string | undefined {
  if (field === popsAndLogsField) return heldPopsAndLogs(row, namespace, answers);
  if (isPopWindowField(field)) return heldPopWindow(row, field, namespace, answers);
  return textAt(row, namespaced(namespace, field));
}

function orgRow(setting: Setting, orgId: string, answers: Answers): OrgRecord | undefined {
  return recordsOf(answers, settingId(setting)).find((row) => isSameId(textAt(row, 'SetupOwnerId'), orgId));
}

type Difference = {
  readonly row: OrgRecord | undefined;
  readonly orgId: string;
  readonly wanted: Wanted;
  readonly details: readonly ChangeDetail[];
  readonly namespace: string;
};

function write(setting: Setting, { row, orgId, wanted, details, namespace }: Difference): WriteRecord {
  const id = row && textAt(row, 'Id');
  const fields: Record<string, FieldValue> = id === undefined ? { SetupOwnerId: orgId } : {};
  for (const [field, value] of Object.entries(wanted)) fields[namespaced(namespace, field)] = value;
  // Written with the rest only: a time of its own would make every run a change.
  if (setting === 'RingdownOrg__c') fields[namespaced(namespace, 'ConfiguredAt__c')] = { now: true };
  return {
    kind: 'write-record',
    action: id === undefined ? 'create' : 'update',
    address: `org-default ${setting}`,
    summary: `${id === undefined ? 'create' : 'update'} ${titles[setting].what}`,
    details,
    sobject: namespaced(namespace, setting),
    ...(id !== undefined && { id }),
    fields
  };
}

const titles: Readonly<Record<Setting, { readonly what: string; readonly holds: string }>> = {
  RingdownOrg__c: {
    what: 'the note that this org is configured',
    holds: 'Settings: the org counts as configured'
  },
  RepPreference__c: { what: 'what reps start with', holds: 'Settings: what reps start with is as in the file' }
};
