import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export type BenchSize = { readonly users: number };

/** The package of the measured installation, from the local org's own catalog. */
export const benchPackage = '04tA0000000PygjIAC';
export const agentProfile = 'Bench Agent';

/** A small call center: one package, four components (call center, two permission sets, a trusted site), any number of users. */
export function writeBenchProject(directory: string, accessUrl: string): void {
  mkdirSync(join(directory, 'config'), { recursive: true });
  writeFileSync(
    join(directory, 'sfdx-project.json'),
    JSON.stringify({ packageDirectories: [{ path: 'source', default: true }], sourceApiVersion: '67.0' })
  );
  mkdirSync(join(directory, 'source'), { recursive: true });
  writeFileSync(
    join(directory, 'config/ringdown.yaml'),
    `version: 1
callCenters:
  support:
    kind: open-cti
    origin: own
    internalName: BenchSupport
    displayName: Bench Support
    adapterUrl: https://softphone.example.com/cti?tenant=bench
    softphone: { height: 400, width: 360, mode: Lightning }
packages:
  - { id: ${benchPackage}, name: SF_Contactual_Setup, securityType: all-users, version: exact }
users:
  callCenters:
    - callCenter: support
      match: { profiles: [${agentProfile}] }
  serviceCloudUser: { callCenters: [support] }
permissionSets:
  - { name: BenchAccess, label: Bench access, apiEnabled: true, fields: { Task.Type: edit }, assignTo: { callCenters: [support] } }
  - { name: BenchReading, label: Bench reading, fields: { Task.Description: read }, assignTo: { callCenters: [support] } }
orgs:
  bench:
    kind: sandbox
    login: { accessToken: { env: BENCH_TOKEN }, instanceUrl: '${accessUrl}' }
`
  );
}
