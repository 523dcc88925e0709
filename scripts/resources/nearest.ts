import { editsBetween } from '../../core/identity/edits-between';

/** The candidate that a person most likely meant, or undefined when none is close. */
export function nearest(word: string, candidates: readonly string[]): string | undefined {
  const scored = candidates
    .map((candidate) => ({ candidate, distance: editsBetween(word.toLowerCase(), candidate.toLowerCase()) }))
    .filter(({ candidate, distance }) => {
      const length = Math.max(word.length, candidate.length);
      return distance < length && distance <= Math.max(1, Math.floor(length / 3));
    });
  return scored.sort((one, other) => one.distance - other.distance)[0]?.candidate;
}
