import { type Candidate, type Match } from './candidate';

/** A person account is an account and a contact: a search finds both, a person is one. The account stays, for it has the record page. */
export function collapsePersonAccounts(matches: readonly Match[], candidates: readonly Candidate[]): readonly Match[] {
  const accountOf = accountsOfPersons(candidates);
  const present = new Set(matches.map(({ recordId }) => recordId));
  const people = new Map<string, Match>();
  for (const match of matches) {
    const account = accountOf.get(match.recordId);
    const person = account !== undefined && present.has(account) ? account : match.recordId;
    const known = people.get(person);
    people.set(person, known ? merged(known, match, person) : match);
  }
  return [...people.values()];
}

/** The better match counts, the account is shown. */
function merged(better: Match, other: Match, person: string): Match {
  const shown = better.recordId === person ? better : other;
  const hidden = shown === better ? other : better;
  const { recordId, objectName, name } = shown;
  return { ...better, recordId, objectName, name, sameAs: [...better.sameAs, ...other.sameAs, hidden.recordId] };
}

function accountsOfPersons(candidates: readonly Candidate[]): ReadonlyMap<string, string> {
  const pairs = candidates.flatMap((candidate): readonly (readonly [string, string])[] => {
    const { recordId, personContactId, accountId, isPersonAccount } = candidate;
    if (personContactId !== undefined) return [[personContactId, recordId]];
    return isPersonAccount && accountId !== undefined ? [[recordId, accountId]] : [];
  });
  return new Map(pairs);
}
