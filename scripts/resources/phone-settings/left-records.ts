import type { ResolvedConfig } from '../../config/resolved-config';
import type { DeployComponent } from '../change';
import type { Finding } from '../resource';
import { wholeTypes } from './desired-records';
import { ownPrefix, type HeldOf, type PlacedRecord } from './placed-records';
import { recordComponent, recordWords } from './record-change';
import { recordTypes, type HeldRecord, type RecordType } from './record-rows';

/** A record in use that the file does not name. */
export type LeftRecord = { readonly type: RecordType; readonly record: HeldRecord; readonly isOurs: boolean };

/** Records in use that the file does not name, of types whose every record it names. */
export function leftRecords(
  config: ResolvedConfig,
  heldOf: HeldOf,
  wanted: readonly PlacedRecord[]
): readonly LeftRecord[] {
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
export function retirement({ type, record, isOurs }: LeftRecord, namespace: string): readonly DeployComponent[] {
  if (!isOurs || !('IsActive__c' in record.values)) return [];
  const identity = { type, name: record.name, namespace, recordNamespace: record.namespace };
  const details = [{ field: 'IsActive__c', before: 'true', after: 'false' }];
  const values = { ...record.values, IsActive__c: false };
  const change = recordComponent(identity, { action: 'update', label: record.label, details, values });
  return [
    { ...change, summary: `take the ${recordWords[type]} ${record.label} out of use, which the file does not name` }
  ];
}

/** What somebody else made, or what cannot be taken out of use, is left alone, and said. */
export function foreignRecords(left: readonly LeftRecord[]): readonly Finding[] {
  return recordTypes.flatMap((type): readonly Finding[] => {
    const some = left.filter((one) => one.type === type && (!one.isOurs || !('IsActive__c' in one.record.values)));
    if (some.length === 0) return [];
    const names = some.map(({ record }) => `${record.label} (${record.name})`).join(', ');
    return [
      {
        code: 'SETTING_NOT_IN_FILE',
        severity: 'warning',
        message: `The org has a ${recordWords[type]} that the file does not name: ${names}. It stays in use.`,
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

/** Records that come with our packages from source. */
function shippedNames({ ringdown }: ResolvedConfig): ReadonlySet<string> {
  const members = ringdown?.packages.flatMap((source) => source.members) ?? [];
  return new Set(members.filter(({ type }) => type === 'CustomMetadata').map(({ fullName }) => fullName));
}
