import { OrgFailure } from './failure';

/** Reads a JSON answer; one that was cut short or is no JSON tells nothing, so a write behind it may have happened. */
export function parseAnswer<Body>(text: string, purpose: string): Body {
  try {
    return JSON.parse(text) as Body;
  } catch (error) {
    throw unreadable(purpose, error);
  }
}

/** The failure of an answer that cannot be read. */
export function unreadable(purpose: string, cause: unknown): OrgFailure {
  return new OrgFailure(
    'unavailable',
    'UNREADABLE_ANSWER',
    'the answer cannot be read: it was cut short or is not what was asked for',
    purpose,
    undefined,
    cause
  );
}

/** The id in the answer to a create; without one nobody can tell what became of it. */
export function createdId(text: string, purpose: string): string {
  const body = parseAnswer<{ readonly id?: unknown } | null>(text, purpose);
  const id = body?.id;
  if (typeof id !== 'string') throw new OrgFailure('unavailable', 'NO_ID', 'the answer holds no id', purpose);
  return id;
}
