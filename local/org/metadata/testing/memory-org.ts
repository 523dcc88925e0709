import type { Component, Fields, OrgData, OrgSettings, Row } from '../../org-data';

/** An org whose whole contents can be compared. */
export type MemoryOrg = OrgData & { readonly state: () => string };

/** An org in memory for these tests: rows, components and jobs as the contract has them, and nothing else. */
export function memoryOrg(kind: OrgData['kind'] = 'sandbox', settings: Partial<OrgSettings> = {}): MemoryOrg {
  let state = {
    rows: {} as Record<string, Row[]>,
    components: {} as Record<string, Component>,
    jobs: {} as Record<string, { id: string }>,
    next: 1
  };
  const prefixes: Record<string, string> = {
    CallCenter: '04v',
    PermissionSet: '0PS',
    CspTrustedSite: '08y',
    User: '005',
    FieldPermissions: '01k'
  };
  const newId = (prefix: string): string => `${prefix}${String(state.next++).padStart(12, '0')}AAA`;
  const rows = (sobject: string): Row[] => (state.rows[sobject] ??= []);
  const insert = (sobject: string, fields: Fields): Row => {
    const row = { Id: newId(prefixes[sobject] ?? '0xX'), ...fields } as Row;
    rows(sobject).push(row);
    return row;
  };
  const org: MemoryOrg = {
    kind,
    orgId: '00D000000000001EAA',
    settings: {
      deployPolls: 1,
      installPolls: 1,
      latency: 0,
      acceptsCallCenters: true,
      omniChannel: true,
      externalClientApps: true,
      apiVersions: ['67.0'],
      ...settings
    },
    rows,
    row: (sobject, id) => rows(sobject).find((row) => row.Id === id),
    insert,
    update: (sobject, id, fields) => {
      const index = rows(sobject).findIndex((row) => row.Id === id);
      const row = { ...rows(sobject)[index], ...fields, Id: id, updates: state.next++ } as Row;
      rows(sobject)[index] = row;
      return row;
    },
    remove: (sobject, id) => void (state.rows[sobject] = rows(sobject).filter((row) => row.Id !== id)),
    newId,
    component: (type, fullName) => state.components[`${type}:${fullName}`],
    components: (type) => Object.values(state.components).filter((component) => component.type === type),
    putComponent: (component) => void (state.components[`${component.type}:${component.fullName}`] = component),
    removeComponent: (type, fullName) => void delete state.components[`${type}:${fullName}`],
    job: <Job extends { readonly id: string }>(id: string) => state.jobs[id] as Job | undefined,
    jobs: <Job extends { readonly id: string }>(prefix: string) =>
      Object.values(state.jobs).filter((job) => job.id.startsWith(prefix)) as unknown as Job[],
    putJob: (job) => void (state.jobs[job.id] = JSON.parse(JSON.stringify(job)) as { id: string }),
    now: () => new Date('2026-11-21T12:00:00.000Z'),
    transaction: (work) => {
      const before = structuredClone(state);
      try {
        return work();
      } catch (error) {
        state = before;
        throw error;
      }
    },
    state: () => JSON.stringify({ rows: state.rows, components: state.components })
  };
  insert('User', { Username: 'admin@example.com', Name: 'Ada Admin' });
  return org;
}
