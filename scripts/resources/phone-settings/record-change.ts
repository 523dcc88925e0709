import type { ChangeDetail, DeployComponent } from '../change';
import type { PlacedRecord } from './placed-records';
import { recordFile, type RecordIdentity } from './record-file';
import type { RecordType, Value } from './record-rows';

/** What makes the org's record what the file says; nothing when it is. */
export function recordChange(wanted: PlacedRecord, namespace: string): readonly DeployComponent[] {
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
  return [recordComponent(identity, { action: held === undefined ? 'create' : 'update', label, details, values })];
}

/** What is written into a record, and how that is shown. */
export type Written = {
  readonly action: DeployComponent['action'];
  readonly label: string;
  readonly details: readonly ChangeDetail[];
  readonly values: Readonly<Record<string, Value>>;
};

/** The deploy of one record. */
export function recordComponent(
  identity: RecordIdentity,
  { action, label, details, values }: Written
): DeployComponent {
  return {
    kind: 'deploy-component',
    action,
    phase: 'metadata',
    address: `${addressWords[identity.type]} ${identity.name}`,
    summary: `${action} the ${recordWords[identity.type]} ${label}`,
    details,
    component: recordFile(identity, label, values)
  };
}

/** How a record of each type is named to people. */
export const recordWords: Readonly<Record<RecordType, string>> = {
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

function printed(value: Value | undefined): string | undefined {
  return value === null || value === undefined ? undefined : String(value);
}

function after(value: string | undefined): { readonly after?: string } {
  return value === undefined ? {} : { after: value };
}

function before(value: string | undefined): { readonly before?: string } {
  return value === undefined ? {} : { before: value };
}
