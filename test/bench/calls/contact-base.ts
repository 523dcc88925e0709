type Org = { readonly url: string; readonly accessToken: string };

const together = 10_000;

/** The name of one contact of the base, which no other has. */
export const nameOf = (place: number): string => `Caller ${String(place).padStart(7, '0')}`;

/** The number of one contact of the base, in international writing. */
export const numberOf = (place: number): string => `+1415${String(2_000_000 + place)}`;

/** Adds contacts to the org, from one place of the base to another, and says how far it is on long work. */
export async function loadContacts(
  { url, accessToken }: Org,
  range: { readonly from: number; readonly to: number },
  say: (line: string) => void
): Promise<void> {
  for (let start = range.from; start < range.to; start += together) {
    const end = Math.min(start + together, range.to);
    const rows = Array.from({ length: end - start }, (_, place) => rowOf(start + place));
    const response = await fetch(`${url}/__local/records`, {
      method: 'POST',
      headers: { authorization: `Bearer ${accessToken}`, 'content-type': 'application/json' },
      body: JSON.stringify({ sobject: 'Contact', fields: ['FirstName', 'LastName', 'Phone'], rows })
    });
    if (!response.ok) throw new Error(`The contacts from ${start} were refused: ${await response.text()}`);
    if (end % 100_000 === 0) say(`${end} contacts …`);
  }
}

/** One in three is written as people write numbers, the others as phone systems do. */
function rowOf(place: number): readonly string[] {
  const [FirstName = '', LastName = ''] = nameOf(place).split(' ');
  const number = numberOf(place);
  const written = `(${number.slice(2, 5)}) ${number.slice(5, 8)}-${number.slice(8)}`;
  return [FirstName, LastName, place % 3 === 0 ? written : number];
}

/** Searches for a number once, as any client does; gives the milliseconds. */
export async function searchOnce({ url, accessToken }: Org, place: number): Promise<number> {
  const start = performance.now();
  // People write a number without its country, phone systems with it.
  const number = numberOf(place).slice(1);
  const sosl = `FIND {"${number}" OR "${number.slice(1)}"} IN PHONE FIELDS RETURNING Contact(Id)`;
  const response = await fetch(`${url}/services/data/v67.0/search?q=${encodeURIComponent(sosl)}`, {
    headers: { authorization: `Bearer ${accessToken}` }
  });
  const { searchRecords } = (await response.json()) as { readonly searchRecords?: readonly object[] };
  if (searchRecords?.length !== 1) throw new Error(`${numberOf(place)} is to be one contact's`);
  return performance.now() - start;
}
