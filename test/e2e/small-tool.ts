import { cpSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A tool whose packages hold our objects and the folders that are named, for tests that are not about packages: a temporary folder. */
export function smallTool(...more: readonly string[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'ringdown-tool-'));
  const objects = 'force-app/main/default/objects';
  for (const path of [`${objects}/RingdownOrg__c`, `${objects}/PackageSource__mdt`, ...more])
    cpSync(join(__dirname, '../..', path), join(folder, path), { recursive: true });
  return folder;
}
