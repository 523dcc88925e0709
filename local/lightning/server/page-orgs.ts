import type { RunningOrg } from '../../org/start-org';
import type { SeedRecord } from '../states/state';

/** An org of one page, with the state's records in it. */
export type PageOrg = {
  readonly url: string;
  readonly accessToken: string;
  readonly userId: string;
  /** Ids of the seeded records by name. */
  readonly ids: Readonly<Record<string, string>>;
};

export type PageOrgs = {
  /** A fresh org: no page sees what another did. */
  open(session: string, records: readonly SeedRecord[]): Promise<PageOrg>;
  find(session: string): PageOrg | undefined;
  close(): Promise<void>;
};

/** Orgs with the package deployed, of which the last ones stay open. `start` gives a copy of the deployed org. */
export function pageOrgs(start: () => Promise<RunningOrg>, kept = 24): PageOrgs {
  const open = new Map<string, { readonly org: RunningOrg; readonly page: PageOrg }>();
  const closeOldest = async (): Promise<void> => {
    const [oldest] = open;
    if (!oldest || open.size <= kept) return;
    open.delete(oldest[0]);
    await oldest[1].org.close();
  };
  return {
    open: async (session, records) => {
      const org = await start();
      const ids: Record<string, string> = {};
      for (const { name, sobject, values } of records) {
        const id = await create(org, sobject, withIds(values, ids));
        if (name !== undefined) ids[name] = id;
      }
      const user = org.data.rows('User').find((row) => row.Username === org.username);
      const page = { url: org.url, accessToken: org.accessToken, userId: user?.Id ?? '', ids };
      open.set(session, { org, page });
      await closeOldest();
      return page;
    },
    find: (session) => open.get(session)?.page,
    close: async () => {
      await Promise.all([...open.values()].map(({ org }) => org.close()));
      open.clear();
    }
  };
}

/** Replaces `$name` by the id of the record of that name; one that is not there is an error. */
export function withIds<Value>(value: Value, ids: Readonly<Record<string, string>>): Value {
  if (Array.isArray(value)) return value.map((each: unknown) => withIds(each, ids)) as Value;
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(
      Object.entries(value).map(([name, each]) => [name, withIds(each as unknown, ids)])
    ) as Value;
  const name = typeof value === 'string' ? /^\$(\w+)$/.exec(value)?.[1] : undefined;
  if (name === undefined) return value;
  if (ids[name] === undefined) throw new Error(`No seeded record has the name ${name}`);
  return ids[name] as Value;
}

async function create(org: RunningOrg, sobject: string, values: unknown): Promise<string> {
  const response = await fetch(`${org.url}/services/data/v66.0/sobjects/${sobject}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${org.accessToken}`, 'content-type': 'application/json' },
    body: JSON.stringify(values)
  });
  const answer = (await response.json()) as { readonly id?: string };
  if (!response.ok || answer.id === undefined)
    throw new Error(`The local org refused a ${sobject} of a state: ${JSON.stringify(answer)}`);
  return answer.id;
}
