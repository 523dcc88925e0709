import type { RunningOrg } from '../../org/start-org';
import type { Row } from '../../org/org-data';
import type { LocalOrg } from '../../org/state/state';
import type { SeedRecord, State } from '../states/state';
import type { Packages } from './convert-package';

/** An org of one page, with the state's records in it. */
export type PageOrg = {
  readonly url: string;
  readonly accessToken: string;
  readonly userId: string;
  /** Ids of the seeded records by name. */
  readonly ids: Readonly<Record<string, string>>;
};

/** What an org has in it before its page opens; the base package alone unless said otherwise. */
type PageState = Pick<State, 'records' | 'configured' | 'callCenter'> & { readonly packages?: Packages };

export type PageOrgs = {
  /** A fresh org: no page sees what another did. */
  open(session: string, state: PageState): Promise<PageOrg>;
  find(session: string): PageOrg | undefined;
  close(): Promise<void>;
};

/** Orgs with packages deployed, of which the last ones stay open. `start` gives a copy of the deployed org. */
export function pageOrgs(start: (packages: Packages) => Promise<RunningOrg>, kept = 24): PageOrgs {
  const open = new Map<string, { readonly org: RunningOrg; readonly page: PageOrg }>();
  const closeOldest = async (): Promise<void> => {
    const [oldest] = open;
    if (!oldest || open.size <= kept) return;
    open.delete(oldest[0]);
    await oldest[1].org.close();
  };
  return {
    open: async (session, { records = [], configured = true, callCenter = true, packages = 'base' }) => {
      const org = await start(packages);
      const user = org.data.rows('User').find((row) => row.Username === org.username)?.Id ?? '';
      const ids: Record<string, string> = { user, org: org.orgId };
      for (const { name, sobject, values } of configured ? [marker, ...records] : records) {
        const id = await create(org, sobject, withIds(values, ids));
        if (name !== undefined) ids[name] = id;
      }
      if (callCenter) {
        const CallCenterId = org.data.rows('CallCenter')[0]?.Id;
        if (CallCenterId === undefined) throw new Error('The org of a page has no call center');
        await write(org, 'PATCH', `User/${user}`, { CallCenterId });
      }
      const page = { url: org.url, accessToken: org.accessToken, userId: user, ids };
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

/** What `apply` leaves behind, by which components know that the org is set up. */
const marker: SeedRecord = {
  sobject: 'RingdownOrg__c',
  values: { SetupOwnerId: '$org', ConfiguredFor__c: '$org', DefaultCountry__c: 'US' }
};

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

async function create(org: RunningOrg, sobject: string, values: SeedRecord['values']): Promise<string> {
  if (sobject === 'VoiceCall') return makeVoiceCall(org, values);
  const { id } = (await write(org, 'POST', sobject, values)) as { readonly id: string };
  return id;
}

/** No client makes one: the platform does, by itself. */
function makeVoiceCall(org: RunningOrg, values: SeedRecord['values']): string {
  // What a running org shows of itself is the org.
  const inside = org.data as LocalOrg;
  const admin = inside.rows('User').find(({ Username }) => Username === org.username)?.Id ?? '';
  return inside.as(admin, (): Row => inside.insert('VoiceCall', values)).Id;
}

async function write(org: RunningOrg, method: string, path: string, values: unknown): Promise<unknown> {
  const response = await fetch(`${org.url}/services/data/v67.0/sobjects/${path}`, {
    method,
    headers: { authorization: `Bearer ${org.accessToken}`, 'content-type': 'application/json' },
    body: JSON.stringify(values)
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`The local org refused ${method} ${path} of a state: ${text}`);
  return text === '' ? undefined : (JSON.parse(text) as unknown);
}
