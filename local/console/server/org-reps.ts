import type { PageOrg } from '../../lightning/server/page-orgs';
import { askJson } from './ask-json';
import type { Rep } from './demo-settings';

type Org = Pick<PageOrg, 'url' | 'accessToken'>;

/** A rep as the local org knows one: with a session of their own. */
export type OrgRep = {
  readonly userId: string;
  readonly userName: string;
  readonly userFullName: string;
  readonly accessToken: string;
};

/** Where the page of a rep asks the org, with the rep's session. */
export const orgPlace = ({ userName }: OrgRep): string => `/reps/${encodeURIComponent(userName)}`;

/** The rep who works at an address: whom it names, or the first. */
export function repAt({ searchParams }: URL, reps: readonly OrgRep[]): OrgRep | undefined {
  const wanted = searchParams.get('userName');
  return wanted === null ? reps[0] : reps.find(({ userName }) => userName === wanted);
}

/** Makes the reps users of the org, in its call center and with the permissions of agents, and logs each in. */
export async function orgReps(
  org: Org,
  { callCenter, permissionSets }: { readonly callCenter: string; readonly permissionSets: readonly string[] },
  reps: readonly Rep[]
): Promise<readonly OrgRep[]> {
  const [profile, center, ...sets] = await Promise.all([
    idOf(org, `SELECT Id FROM Profile WHERE Name = 'Standard User'`),
    idOf(org, `SELECT Id FROM CallCenter WHERE InternalName = '${callCenter}'`),
    ...permissionSets.map((name) => idOf(org, `SELECT Id FROM PermissionSet WHERE Name = '${name}'`))
  ]);
  const made: OrgRep[] = [];
  for (const [index, { userName, userFullName }] of reps.entries()) {
    const [FirstName = '', LastName = ''] = userFullName.split(' ');
    const { id } = (await send(org, 'sobjects/User', {
      ...{ Username: userName, Email: userName, FirstName, LastName, Alias: FirstName.toLowerCase() },
      ...{ TimeZoneSidKey: 'GMT', LocaleSidKey: 'en_US', EmailEncodingKey: 'UTF-8', LanguageLocaleKey: 'en_US' },
      // Of a placed call Salesforce says the number of who placed it.
      ...{ ProfileId: profile, CallCenterId: center, Phone: `+1415555010${index + 1}` }
    })) as { readonly id: string };
    for (const set of sets)
      await send(org, 'sobjects/PermissionSetAssignment', { AssigneeId: id, PermissionSetId: set });
    const login = await askJson({
      method: 'POST',
      url: `${org.url}/__local/logins`,
      headers: { authorization: `Bearer ${org.accessToken}`, 'content-type': 'application/json' },
      body: JSON.stringify({ username: userName })
    });
    const { access_token: accessToken } = login as { readonly access_token: string };
    made.push({ userId: id, userName, userFullName, accessToken });
  }
  return made;
}

async function idOf({ url, accessToken }: Org, soql: string): Promise<string> {
  const answer = await askJson({
    method: 'GET',
    url: `${url}/services/data/v66.0/query?q=${encodeURIComponent(soql)}`,
    headers: { authorization: `Bearer ${accessToken}` }
  });
  const [row] = (answer as { readonly records: readonly { readonly Id: string }[] }).records;
  if (!row) throw new Error(`The local org has nothing for: ${soql}`);
  return row.Id;
}

const send = ({ url, accessToken }: Org, place: string, values: object): Promise<unknown> =>
  askJson({
    method: 'POST',
    url: `${url}/services/data/v66.0/${place}`,
    headers: { authorization: `Bearer ${accessToken}`, 'content-type': 'application/json' },
    body: JSON.stringify(values)
  });
