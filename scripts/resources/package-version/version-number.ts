import { numberAt } from '../org-record';
import type { OrgRecord } from '../question';

/** Major, minor, patch, build. */
export type VersionNumber = readonly [number, number, number, number];

/** The version in a row's MajorVersion, MinorVersion, PatchVersion and BuildNumber under `path`. */
export function versionAt(record: OrgRecord, path = ''): VersionNumber {
  const part = (name: string): number => numberAt(record, `${path}${name}`) ?? 0;
  return [part('MajorVersion'), part('MinorVersion'), part('PatchVersion'), part('BuildNumber')];
}

/** Negative when `one` is older than `other`, 0 when equal. */
export function compareVersions(one: VersionNumber, other: VersionNumber): number {
  const place = one.findIndex((part, index) => part !== other[index]);
  return place < 0 ? 0 : (one[place] ?? 0) - (other[place] ?? 0);
}

/** `1.2.0.5`. */
export function versionText(version: VersionNumber): string {
  return version.join('.');
}
