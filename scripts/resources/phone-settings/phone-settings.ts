import type { ResolvedConfig } from '../../config/resolved-config';
import type { ChangeDetail, DeployComponent } from '../change';
import { refusalOf } from '../org-record';
import type { Answers } from '../question';
import type { Finding, Resource } from '../resource';
import { namespaced } from '../namespaced';
import { desiredRecords, wholeTypes, type DesiredRecord } from './desired-records';
import { shippedRecords } from './shipped-records';
import { recordFile, type RecordIdentity } from './record-file';
import {
  heldRecords,
  recordQuestions,
  recordsId,
  recordTypes,
  type HeldRecord,
  type RecordType,
  type Value
} from './record-rows';

/** Names of records that Ringdown makes begin so: what the file no longer names is then known to be ours. */
const ownPrefix = 'Ringdown_';

/** Logging, screen pop and presence: records of our custom metadata types. */
export const phoneSettings: Resource = {
  name: 'phone-settings',
  ask: (config) => recordQuestions(config),
  compare(input) {
    const { config, answers, packagesPending } = input;
    const { ringdown } = config;
    if (ringdown === undefined || desiredRecords(config).length + wholeTypes(config).length === 0)
      return { changes: [], findings: [], holds: [] };
    const unreadable = packagesPending ? [] : unreadableTypes(config, answers);
    if (unreadable.length > 0) return { changes: [], findings: unreadable, holds: [] };
    const held = (type: RecordType): readonly HeldRecord[] => {
      const rows = heldRecords(type, ringdown.namespace, answers);
      // What a package of this plan brings is there before the settings are written.
      const coming = packagesPending ? shippedRecords(type, ringdown.packages) : [];
      return [...rows, ...coming.filter(({ name }) => !rows.some((row) => row.name === name))];
    };
    const wanted = placed(config, held);
    const changes = wanted.flatMap((one) => changeOf(one, ringdown.namespace));
    const left = leftRecords(config, held, wanted);
    return {
      changes: [...changes, ...left.flatMap((one) => retirement(one, ringdown.namespace))],
      findings: foreign(left),
      holds: changes.length > 0 ? [] : holding(config),
      recheckAfterInstall: packagesPending
    };
  }
};

type Placed = DesiredRecord & { readonly held?: HeldRecord; readonly recordName: string };

/** The records of a type, as they are when the settings are written. */
type HeldOf = (type: RecordType) => readonly HeldRecord[];

/** Each wanted record with the org's own one for the same thing, or the name that it will get. */
function placed(config: ResolvedConfig, heldOf: HeldOf): readonly Placed[] {
  const packages = config.ringdown?.packages ?? [];
  const found: Placed[] = [];
  for (const wanted of desiredRecords(config)) {
    const { type, name, by, values } = wanted;
    const isSame = (one: HeldRecord): boolean =>
      by === undefined
        ? [name, ownPrefix + name].some((known) => isSameText(known, one.name))
        : isSameText(String(one.values[by]), String(values[by]));
    const held = heldOf(type).find(isSame);
    const shipped = held ?? shippedRecords(type, packages).find(isSame);
    const taken = [
      ...heldOf(type).map((one) => one.name),
      ...found.flatMap((one) => (one.type === type ? [one.recordName] : []))
    ];
    const preferred = type === 'ChannelSetting' ? name : ownPrefix + name;
    found.push({ ...wanted, ...(held && { held }), recordName: shipped?.name ?? freeName(preferred, taken) });
  }
  return found;
}

/** The name, or the first with a number behind it that no other record has. */
function freeName(name: string, taken: readonly string[], number = 1): string {
  const candidate = number === 1 ? name : `${name}_${number}`;
  return taken.some((other) => isSameText(other, candidate)) ? freeName(name, taken, number + 1) : candidate;
}

/** Salesforce compares developer names, and a list of outcomes should not differ by capitals alone. */
function isSameText(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}

/** Records that come with our packages from source. */
function shippedNames({ ringdown }: ResolvedConfig): ReadonlySet<string> {
  const members = ringdown?.packages.flatMap((source) => source.members) ?? [];
  return new Set(members.filter(({ type }) => type === 'CustomMetadata').map(({ fullName }) => fullName));
}

function changeOf(wanted: Placed, namespace: string): readonly DeployComponent[] {
  const { type, label, values, held, recordName } = wanted;
  const details: ChangeDetail[] = [
    ...(held?.label === label ? [] : [{ field: 'label', ...before(held?.label), after: label }]),
    ...Object.entries(values)
      .filter(([field, value]) => held === undefined || held.values[field] !== value)
      .filter(([, value]) => held !== undefined || value !== null)
      .map(([field, value]) => ({ field, ...before(printed(held?.values[field])), ...after(printed(value)) }))
  ];
  if (held !== undefined && details.length === 0) return [];
  const identity = { type, name: recordName, namespace, recordNamespace: held?.namespace ?? '' };
  return [component(identity, { action: held === undefined ? 'create' : 'update', label, details, values })];
}

type Written = {
  readonly action: DeployComponent['action'];
  readonly label: string;
  readonly details: readonly ChangeDetail[];
  readonly values: Readonly<Record<string, Value>>;
};

function component(identity: RecordIdentity, { action, label, details, values }: Written): DeployComponent {
  return {
    kind: 'deploy-component',
    action,
    phase: 'metadata',
    address: `${addressWords[identity.type]} ${identity.name}`,
    summary: `${action} the ${words[identity.type]} ${label}`,
    details,
    component: recordFile(identity, label, values)
  };
}

const words: Readonly<Record<RecordType, string>> = {
  ScreenPopRule: 'screen-pop rule',
  ChannelSetting: 'channel setting',
  Disposition: 'outcome',
  PresenceMapping: 'presence mapping'
};
const addressWords: Readonly<Record<RecordType, string>> = {
  ScreenPopRule: 'screen-pop-rule',
  ChannelSetting: 'channel-setting',
  Disposition: 'outcome',
  PresenceMapping: 'presence-mapping'
};

type Left = { readonly type: RecordType; readonly record: HeldRecord; readonly isOurs: boolean };

/** Records in use that the file does not name, of types whose every record it names. */
function leftRecords(config: ResolvedConfig, heldOf: HeldOf, wanted: readonly Placed[]): readonly Left[] {
  const namespace = config.ringdown?.namespace ?? '';
  const shipped = shippedNames(config);
  return wholeTypes(config).flatMap((type) =>
    heldOf(type)
      .filter(({ values }) => values['IsActive__c'] !== false)
      .filter((record) => !wanted.some((one) => one.type === type && one.held?.name === record.name))
      .map((record) => ({
        type,
        record,
        isOurs:
          record.name.startsWith(ownPrefix) ||
          shipped.has(`${type}.${record.name}`) ||
          (namespace !== '' && record.namespace === namespace)
      }))
  );
}

/** Ours is taken out of use where its type can be; it stays, so that no log loses its meaning. */
function retirement({ type, record, isOurs }: Left, namespace: string): readonly DeployComponent[] {
  if (!isOurs || !('IsActive__c' in record.values)) return [];
  const identity = { type, name: record.name, namespace, recordNamespace: record.namespace };
  const details = [{ field: 'IsActive__c', before: 'true', after: 'false' }];
  const values = { ...record.values, IsActive__c: false };
  const change = component(identity, { action: 'update', label: record.label, details, values });
  return [{ ...change, summary: `take the ${words[type]} ${record.label} out of use, which the file does not name` }];
}

/** What somebody else made, or what cannot be taken out of use, is left alone, and said. */
function foreign(left: readonly Left[]): readonly Finding[] {
  return recordTypes.flatMap((type): readonly Finding[] => {
    const some = left.filter((one) => one.type === type && (!one.isOurs || !('IsActive__c' in one.record.values)));
    if (some.length === 0) return [];
    const names = some.map(({ record }) => `${record.label} (${record.name})`).join(', ');
    return [
      {
        code: 'SETTING_NOT_IN_FILE',
        severity: 'warning',
        message: `The org has a ${words[type]} that the file does not name: ${names}. It stays in use.`,
        fix: `Add it to the file, or delete it in Setup > Custom Metadata Types > ${typeLabels[type]} > Manage Records.`
      }
    ];
  });
}

const typeLabels: Readonly<Record<RecordType, string>> = {
  ScreenPopRule: 'Screen Pop Rule',
  ChannelSetting: 'Channel Setting',
  Disposition: 'Disposition',
  PresenceMapping: 'Presence Mapping'
};

function unreadableTypes({ ringdown }: ResolvedConfig, answers: Answers): readonly Finding[] {
  const namespace = ringdown?.namespace ?? '';
  return recordTypes.flatMap((type): readonly Finding[] => {
    const refusal = refusalOf(answers, recordsId(type));
    if (refusal === undefined) return [];
    return [
      {
        code: 'PACKAGE_MISSING',
        severity: 'blocked',
        message: `The org has no ${namespaced(namespace, `${type}__mdt`)}, which the settings of the file are written to: ${refusal.message} [${refusal.code}]`,
        fix: 'Say where Ringdown’s package comes from: ringdown: { source: force-app } or { release: latest }; or correct ringdown.namespace.'
      }
    ];
  });
}

function holding(config: ResolvedConfig): readonly string[] {
  const desired = desiredRecords(config);
  const count = (type: RecordType): number => desired.filter((one) => one.type === type).length;
  const parts = recordTypes.flatMap((type) => {
    const many = count(type);
    return many === 0 ? [] : [`${many} ${words[type]}${many === 1 ? '' : 's'}`];
  });
  return parts.length === 0 ? [] : [`Settings: ${parts.join(', ')} as in the file`];
}

function printed(value: Value | undefined): string | undefined {
  return value === null || value === undefined ? undefined : String(value);
}

function after(value: string | undefined): { readonly after?: string } {
  return value === undefined ? {} : { after: value };
}

function before(value: string | undefined): { readonly before?: string } {
  return value === undefined ? {} : { before: value };
}
