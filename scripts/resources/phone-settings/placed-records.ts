import type { ResolvedConfig } from '../../config/resolved-config';
import { desiredRecords, type DesiredRecord } from './desired-records';
import type { HeldRecord, RecordType } from './record-rows';
import { shippedRecords } from './shipped-records';

/** Names of records that Ringdown makes begin so: what the file no longer names is then known to be ours. */
export const ownPrefix = 'Ringdown_';

/** A record that the file asks for, with the org's own one for the same thing, and the name that it has or will get. */
export type PlacedRecord = DesiredRecord & { readonly held?: HeldRecord; readonly recordName: string };

/** The records of a type, as they are when the settings are written. */
export type HeldOf = (type: RecordType) => readonly HeldRecord[];

/** Each wanted record with its place in the org. */
export function placedRecords(config: ResolvedConfig, heldOf: HeldOf): readonly PlacedRecord[] {
  const packages = config.ringdown?.packages ?? [];
  const found: PlacedRecord[] = [];
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
