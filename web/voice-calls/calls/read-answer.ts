/** Salesforce's id of the call that it made, and whether it had to leave something of it out. */
export type CreatedCall = { readonly voiceCallId: string; readonly problems?: string };

const idForm = /^[A-Za-z0-9]{15}(?:[A-Za-z0-9]{3})?$/;
const longestWords = 500;

/** Reads the answer to a creation: `{"voiceCallId": …, "errors": [] or a text}`. */
export function createdCallIn(body: unknown): CreatedCall | undefined {
  const { voiceCallId, errors } = (body ?? {}) as { readonly voiceCallId?: unknown; readonly errors?: unknown };
  if (typeof voiceCallId !== 'string' || !idForm.test(voiceCallId)) return undefined;
  const isFine =
    errors === undefined || errors === null || errors === '' || (Array.isArray(errors) && errors.length === 0);
  return isFine ? { voiceCallId } : { voiceCallId, problems: wordsOf(errors) };
}

/** Salesforce's words for a refusal; the documents do not say what form they have. */
export function refusalIn(status: number, body: unknown): string {
  const words = wordsOf(body);
  return words === '' ? String(status) : `${status} ${words}`;
}

function wordsOf(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
  return text.slice(0, longestWords);
}
