import type { Component } from '../org-data';
import { keyPrefixOf } from '../sobjects/sobjects';
import { withKeyPrefix } from './custom-key-prefix';
import { numberedId } from './salesforce-id';
import type { Job, LocalOrg, Login, State } from './state';
import { keepTables } from './tables';

type Contents = {
  readonly components: Map<string, Component>;
  readonly jobs: Map<string, Job>;
};

/** Opens an org on its state; `now` is the org's clock. */
export function openOrg(given: State, now: () => Date): LocalOrg {
  let contents = contentsOf(given);
  const tables = keepTables(given.rows);
  let { settings, lastNumber } = given;
  let author = '';
  let changes = 0;
  const accessTokens = new Map(Object.entries(given.accessTokens));
  const refreshTokens = new Map(Object.entries(given.refreshTokens));
  const packageReads = new Map(Object.entries(given.packageReads));
  const componentLists = new Map<string, readonly Component[]>();

  const changed = (): void => void (changes += 1);
  const put: typeof tables.put = (name, row) => {
    tables.put(name, row);
    changed();
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
    rows: tables.list,
    row: tables.row,
    index: tables.index,
    insert: (name, fields) => {
      const at = stamp();
      const by = { CreatedById: author, LastModifiedById: author };
      const Id = newId(customPrefix(name) ?? keyPrefixOf(name));
      const row = { CreatedDate: at, LastModifiedDate: at, SystemModstamp: at, ...by, ...fields, Id };
      put(name, row);
      return row;
    },
    update: (name, id, fields) => {
      const at = stamp();
      const change = { Id: id, LastModifiedDate: at, LastModifiedById: author, SystemModstamp: at };
      const row = { ...tables.row(name, id), ...fields, ...change };
      put(name, row);
      return row;
    },
    remove: (name, id) => {
      if (tables.remove(name, id)) changed();
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
        return tables.transaction(work);
      } catch (error) {
        ({ contents, settings } = before);
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
      rows: tables.all(),
      components: [...contents.components.values()],
      jobs: [...contents.jobs.values()],
      accessTokens: Object.fromEntries<Login>(accessTokens),
      refreshTokens: Object.fromEntries<Login>(refreshTokens),
      packageReads: Object.fromEntries(packageReads)
    })
  };
}

function contentsOf({ components, jobs }: State): Contents {
  return {
    components: new Map(components.map((each) => [`${each.type}:${each.fullName}`, each])),
    jobs: new Map(jobs.map((job) => [job.id, job]))
  };
}

const copyOf = ({ components, jobs }: Contents): Contents => ({
  components: new Map(components),
  jobs: new Map(jobs)
});
