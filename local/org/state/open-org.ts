import type { Component, Row } from '../org-data';
import { keyPrefixOf } from '../sobjects/sobjects';
import { withKeyPrefix } from './custom-key-prefix';
import { numberedId } from './salesforce-id';
import type { Job, LocalOrg, Login, State } from './state';

type Contents = {
  readonly rows: Map<string, Map<string, Row>>;
  readonly components: Map<string, Component>;
  readonly jobs: Map<string, Job>;
};

/** Opens an org on its state; `now` is the org's clock. */
export function openOrg(given: State, now: () => Date): LocalOrg {
  let contents = contentsOf(given);
  let { settings, lastNumber } = given;
  let author = '';
  let changes = 0;
  const accessTokens = new Map(Object.entries(given.accessTokens));
  const refreshTokens = new Map(Object.entries(given.refreshTokens));
  const packageReads = new Map(Object.entries(given.packageReads));
  const lists = new Map<string, readonly Row[]>();
  const componentLists = new Map<string, readonly Component[]>();

  const changed = (): void => void (changes += 1);
  const table = (name: string): Map<string, Row> => {
    const found = contents.rows.get(name) ?? new Map<string, Row>();
    contents.rows.set(name, found);
    return found;
  };
  const put = (name: string, row: Row): Row => {
    table(name).set(row.Id, row);
    lists.delete(name);
    changed();
    return row;
  };
  const set = <Kept>(map: Map<string, Kept>, key: string, value: Kept): void => {
    map.set(key, value);
    changed();
  };
  const componentsOf = (type: string): readonly Component[] => {
    const list = componentLists.get(type) ?? [...contents.components.values()].filter((each) => each.type === type);
    componentLists.set(type, list);
    return list;
  };
  const customPrefix = (name: string): string | undefined => contents.components.get(`CustomObject:${name}`)?.keyPrefix;
  const newId = (keyPrefix: string): string => numberedId(keyPrefix, (lastNumber += 1));
  const stamp = (): string => now().toISOString().replace('Z', '+0000');

  return {
    kind: given.kind,
    orgId: given.orgId,
    catalog: given.catalog,
    get settings() {
      return settings;
    },
    changeSettings: (some) => {
      settings = { ...settings, ...some };
      changed();
    },
    rows: (name) => {
      const list = lists.get(name) ?? [...(contents.rows.get(name)?.values() ?? [])];
      lists.set(name, list);
      return list;
    },
    row: (name, id) => contents.rows.get(name)?.get(id),
    insert: (name, fields) => {
      const at = stamp();
      const by = { CreatedById: author, LastModifiedById: author };
      const id = newId(customPrefix(name) ?? keyPrefixOf(name));
      return put(name, { CreatedDate: at, LastModifiedDate: at, SystemModstamp: at, ...by, ...fields, Id: id });
    },
    update: (name, id, fields) => {
      const at = stamp();
      const before = table(name).get(id);
      return put(name, {
        ...before,
        ...fields,
        Id: id,
        LastModifiedDate: at,
        LastModifiedById: author,
        SystemModstamp: at
      });
    },
    remove: (name, id) => {
      if (table(name).delete(id)) changed();
      lists.delete(name);
    },
    newId,
    component: (type, fullName) => contents.components.get(`${type}:${fullName}`),
    components: componentsOf,
    putComponent: (each) => {
      const key = `${each.type}:${each.fullName}`;
      const kept = withKeyPrefix(each, contents.components.get(key), componentsOf(each.type));
      componentLists.delete(each.type);
      set(contents.components, key, kept);
    },
    removeComponent: (type, fullName) => {
      componentLists.delete(type);
      contents.components.delete(`${type}:${fullName}`);
      changed();
    },
    job: <Kept extends Job>(id: string) => contents.jobs.get(id) as Kept | undefined,
    jobs: <Kept extends Job>(keyPrefix: string) =>
      [...contents.jobs.values()].filter((job) => job.id.startsWith(keyPrefix)) as unknown as readonly Kept[],
    putJob: (job) => set(contents.jobs, job.id, job),
    now,
    transaction: (work) => {
      const before = { contents: copyOf(contents), settings };
      try {
        return work();
      } catch (error) {
        ({ contents, settings } = before);
        lists.clear();
        componentLists.clear();
        throw error;
      }
    },
    login: (token) => accessTokens.get(token),
    keepLogin: (token, login) => set(accessTokens, token, login),
    refreshLogin: (token) => refreshTokens.get(token),
    keepRefreshLogin: (token, login) => set(refreshTokens, token, login),
    forgetLogin: (token) => {
      accessTokens.delete(token);
      refreshTokens.delete(token);
      changed();
    },
    countPackageRead: (id) => {
      const before = packageReads.get(id) ?? 0;
      set(packageReads, id, before + 1);
      return before;
    },
    packageReads: (id) => packageReads.get(id) ?? 0,
    as: (userId, work) => {
      const before = author;
      author = userId;
      try {
        return work();
      } finally {
        author = before;
      }
    },
    changes: () => changes,
    state: () => ({
      ...given,
      settings,
      lastNumber,
      rows: Object.fromEntries([...contents.rows].map(([name, rows]) => [name, [...rows.values()]])),
      components: [...contents.components.values()],
      jobs: [...contents.jobs.values()],
      accessTokens: Object.fromEntries<Login>(accessTokens),
      refreshTokens: Object.fromEntries<Login>(refreshTokens),
      packageReads: Object.fromEntries(packageReads)
    })
  };
}

function contentsOf({ rows, components, jobs }: State): Contents {
  return {
    rows: new Map(Object.entries(rows).map(([name, list]) => [name, new Map(list.map((row) => [row.Id, row]))])),
    components: new Map(components.map((each) => [`${each.type}:${each.fullName}`, each])),
    jobs: new Map(jobs.map((job) => [job.id, job]))
  };
}

const copyOf = ({ rows, components, jobs }: Contents): Contents => ({
  rows: new Map([...rows].map(([name, table]) => [name, new Map(table)])),
  components: new Map(components),
  jobs: new Map(jobs)
});
