import { type ToldByAction } from './call-book';
import { type Told } from './call-news';

/** Of these parts Salesforce knows the newest, of the others what it knew. */
export function knows(...parts: readonly (keyof Told)[]): ToldByAction {
  return (before, after) =>
    before === undefined ? after : { ...before, ...Object.fromEntries(parts.map((part) => [part, after[part]])) };
}

/** Who was added counts as called; that they answered, or that the others wait on hold, is still to be told. */
export const addedParty: ToldByAction = (before, after) => {
  const parties = Object.fromEntries(
    Object.keys(after.parties).map((id) => [id, before?.parties[id] ?? ('ringing' as const)])
  );
  return { ...(before ?? after), parties };
};
