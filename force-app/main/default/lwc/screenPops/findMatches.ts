import byNumber from '@salesforce/apex/ScreenPops.byNumber';
import byText from '@salesforce/apex/ScreenPops.byText';
import { parsePhoneNumber, type ParsedNumber } from 'c/phoneNumbers';
import { rankMatches, type PopMatches, type PopSearch, type PopMatch } from 'c/screenPop';

type Row = Readonly<Record<string, unknown>>;

/** What the searches found, by rule, the surest first; a rule whose search failed has no entry. */
export type Findings = { readonly matches: PopMatches; readonly failure?: unknown };

/** Makes all searches at once: who takes a call waits for the slowest, not for their sum. */
export async function findMatches(searches: readonly PopSearch[], country: string | undefined): Promise<Findings> {
  const results = await Promise.allSettled(searches.map((search) => find(search, country)));
  const made = results.flatMap((result, place) => {
    const name = searches[place]?.rule.name;
    return result.status === 'fulfilled' && name !== undefined ? [[name, result.value] as const] : [];
  });
  const failed = results.find((result) => result.status === 'rejected');
  return { matches: Object.fromEntries(made), ...(failed ? { failure: failed.reason as unknown } : {}) };
}

async function find({ rule, terms, value }: PopSearch, country: string | undefined): Promise<readonly PopMatch[]> {
  const { objectName, fieldName, attribute } = rule;
  const number = parsePhoneNumber(value, { country });
  const isNumber = /^(caller|called)-number$/i.test(attribute) && number.kind !== 'unreadable';
  if (!isNumber) return rowsOf(await byText({ objectName, fieldName, value })).map((row) => matchOf(row, rule));
  const [rows] = listOf(await byNumber({ objectName, fieldName, numbers: terms }));
  return ranked(rowsOf(rows), rule, number, country);
}

/** The search looks into every phone field; what counts is what stands in the one of the rule. */
function ranked(
  rows: readonly Row[],
  rule: PopSearch['rule'],
  number: ParsedNumber,
  country: string | undefined
): readonly PopMatch[] {
  const candidates = rows.map((row) => {
    const held = fieldOf(row, rule.fieldName);
    return { ...matchOf(row, rule), phones: { [rule.fieldName]: typeof held === 'string' ? held : undefined } };
  });
  const found = new Map(rows.map((row) => [row.Id, matchOf(row, rule)]));
  return rankMatches(number, candidates, { country }).flatMap(({ recordId }) => found.get(recordId) ?? []);
}

/** What tells of a contact whether another record is the same caller. */
const kinship = ['AccountId', 'IsPersonAccount'];

/** A record brings its id, the field that was searched, and the one that it is called by, which may be the same. */
function matchOf(row: Row, { objectName, fieldName }: PopSearch['rule']): PopMatch {
  const others = Object.entries(row).filter(
    ([name]) => name !== 'Id' && !isSame(name, fieldName) && !kinship.includes(name)
  );
  const name = row.Name ?? others[0]?.[1] ?? fieldOf(row, fieldName) ?? row.Id;
  const { AccountId: accountId, IsPersonAccount: isPersonAccount } = row;
  return {
    recordId: String(row.Id),
    objectName,
    name: String(name),
    ...(objectName.toLowerCase() === 'contact' && typeof accountId === 'string' ? { accountId } : {}),
    ...(isPersonAccount === true ? { isPersonAccount } : {})
  };
}

/** Settings may spell a field otherwise than describe does. */
function fieldOf(row: Row, fieldName: string): unknown {
  return Object.entries(row).find(([name]) => isSame(name, fieldName))?.[1];
}

function isSame(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}

function rowsOf(answer: unknown): readonly Row[] {
  return listOf(answer).filter(
    (row): row is Row => typeof row === 'object' && row !== null && typeof (row as Row).Id === 'string'
  );
}

function listOf(answer: unknown): readonly unknown[] {
  return Array.isArray(answer) ? (answer as readonly unknown[]) : [];
}
