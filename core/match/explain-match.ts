import { type NumberingCountry, type ParsedNumber } from '../phone-number/phone-number';
import { type Candidate, type Match } from './candidate';
import { rankMatches, type RankOptions } from './rank-matches';

/** Why one candidate is where it is. */
export type MatchReason =
  | { readonly recordId: string; readonly verdict: 'matched'; readonly place: number; readonly match: Match }
  | { readonly recordId: string; readonly verdict: 'same-person'; readonly as: string }
  | { readonly recordId: string; readonly verdict: 'converted-lead' | 'no-phone' | 'other-number' }
  | { readonly recordId: string; readonly verdict: 'nothing-to-search'; readonly reason: string };

/** Why each candidate matches the number or does not, in the order in which they were found; as data, for whoever puts it into words. */
export function explainMatches(
  number: ParsedNumber,
  candidates: readonly Candidate[],
  options: RankOptions & NumberingCountry = {}
): readonly MatchReason[] {
  const matches = rankMatches(number, candidates, options);
  return candidates.map((candidate) => reasonOf(candidate, number, matches));
}

function reasonOf(candidate: Candidate, number: ParsedNumber, matches: readonly Match[]): MatchReason {
  const { recordId } = candidate;
  if (number.kind === 'unreadable') return { recordId, verdict: 'nothing-to-search', reason: number.reason };
  const place = matches.findIndex((match) => match.recordId === recordId);
  const match = matches[place];
  if (match) return { recordId, verdict: 'matched', place: place + 1, match };
  const same = matches.find(({ sameAs }) => sameAs.includes(recordId));
  if (same) return { recordId, verdict: 'same-person', as: same.recordId };
  if (candidate.isConverted) return { recordId, verdict: 'converted-lead' };
  const hasPhone = Object.values(candidate.phones).some((value) => value?.trim());
  return { recordId, verdict: hasPhone ? 'other-number' : 'no-phone' };
}
