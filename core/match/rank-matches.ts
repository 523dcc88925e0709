import { parsePhoneNumber } from '../phone-number/parse-phone-number';
import { phoneNumberVariants } from '../phone-number/phone-number-variants';
import { type NumberingCountry, type ParsedNumber } from '../phone-number/phone-number';
import { type Candidate, type Match, type MatchKind } from './candidate';
import { collapsePersonAccounts } from './person-accounts';

/** How to rank. */
export type RankOptions = NumberingCountry & {
  /** Objects in order of preference between equally sure matches. */
  readonly objectOrder?: readonly string[];
};

const kinds: readonly MatchKind[] = ['exact', 'variant', 'last-digits'];
/** Fewer equal digits at the end are chance. */
const fewestLastDigits = 7;

export const usualOrder: readonly string[] = ['Contact', 'Account', 'Lead', 'Case'];

/** The candidates that have the number, the surest first; equally sure ones by object, then by name. Each person once. */
export function rankMatches(
  number: ParsedNumber,
  candidates: readonly Candidate[],
  { country, objectOrder = usualOrder }: RankOptions = {}
): readonly Match[] {
  const matches = unique(candidates).flatMap((candidate) => matchOf(number, candidate, country) ?? []);
  const place = ({ objectName }: Match): number => {
    const found = objectOrder.indexOf(objectName);
    return found < 0 ? objectOrder.length : found;
  };
  const ranked = [...matches].sort(
    (first, second) =>
      kinds.indexOf(first.kind) - kinds.indexOf(second.kind) ||
      place(first) - place(second) ||
      compare(first.name, second.name) ||
      compare(first.recordId, second.recordId)
  );
  return collapsePersonAccounts(ranked, candidates);
}

/** The surest way in which the value of a phone field is the number. */
export function matchKindOf(number: ParsedNumber, value: string, country: string | undefined): MatchKind | undefined {
  if (number.kind === 'unreadable') return undefined;
  const other = parsePhoneNumber(value, { country });
  if (number.kind === 'short-code') {
    return other.kind === 'short-code' && other.digits === number.digits ? 'exact' : undefined;
  }
  const sameNumber = other.kind === 'number' && other.e164 === number.e164;
  // Two extensions of one switchboard are two people; a record without extension may be either.
  if (sameNumber)
    return other.extension === number.extension ? 'exact' : extensionKind(number.extension, other.extension);
  if (isWord(other)) return undefined;
  const isOtherNumber = other.kind === 'number' && other.valid;
  // Written with its country it is another number for certain; without, the reader's country was a guess.
  if (isOtherNumber && /^\D*(\+|00)/.test(value)) return undefined;
  const digits = value.replace(/\D/g, '');
  const variants = phoneNumberVariants(number).map((variant) => variant.replace(/\D/g, ''));
  if (!isOtherNumber && variants.includes(digits)) return 'variant';
  return sharesLastDigits(number.nationalNumber, other, digits) ? 'last-digits' : undefined;
}

function extensionKind(first: string | undefined, second: string | undefined): MatchKind | undefined {
  return first === undefined || second === undefined ? 'variant' : undefined;
}

function isWord(other: ParsedNumber): boolean {
  return other.kind === 'unreadable' && other.reason !== 'no-country' && other.reason !== 'impossible';
}

function sharesLastDigits(national: string, other: ParsedNumber, digits: string): boolean {
  // Of a number that was read, its calling code is no part of what may be equal by chance.
  const theirs = other.kind === 'number' ? other.nationalNumber : digits;
  const length = Math.min(national.length, theirs.length);
  return length >= fewestLastDigits && national.slice(-length) === theirs.slice(-length);
}

function matchOf(number: ParsedNumber, candidate: Candidate, country: string | undefined): Match | undefined {
  if (candidate.isConverted) return undefined;
  const found = Object.entries(candidate.phones).flatMap(([field, value]) => {
    const kind = value ? matchKindOf(number, value, country) : undefined;
    return kind === undefined || !value ? [] : [{ field, value, kind }];
  });
  const [best] = found.sort((first, second) => kinds.indexOf(first.kind) - kinds.indexOf(second.kind));
  const { recordId, objectName, name } = candidate;
  return best && { recordId, objectName, name, ...best, sameAs: [] };
}

function unique(candidates: readonly Candidate[]): readonly Candidate[] {
  return [...new Map(candidates.map((candidate) => [candidate.recordId, candidate])).values()];
}

/** By code unit: the same order in every language and on every machine. */
function compare(first: string, second: string): number {
  return first < second ? -1 : first > second ? 1 : 0;
}
