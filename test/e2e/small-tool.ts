import { cpSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A tool whose packages hold our objects alone, for tests that are not about packages: a temporary folder. */
export function smallTool(): string {
  const folder = mkdtempSync(join(tmpdir(), 'ringdown-tool-'));
  const objects = 'force-app/main/default/objects';
  for (const name of ['RingdownOrg__c', 'PackageSource__mdt'])
    cpSync(join(__dirname, '../..', objects, name), join(folder, objects, name), { recursive: true });
  return folder;
}
