/**
 * The sentences in whatever failed: an Apex error, a UI API error, a list of either, an Error, or a string. Never empty
 * strings, never the same sentence twice; an empty list when nothing in it is a sentence.
 */
export function reduceErrors(failure: unknown): readonly string[] {
  const sentences = (Array.isArray(failure) ? (failure as readonly unknown[]) : [failure]).flatMap(sentencesOf);
  return [...new Set(sentences.map((sentence) => sentence.trim()).filter((sentence) => sentence !== ''))];
}

function sentencesOf(failure: unknown): readonly string[] {
  if (typeof failure === 'string') return [failure];
  if (typeof failure !== 'object' || failure === null) return [];
  const { body, message, statusText } = failure as { body?: unknown; message?: unknown; statusText?: unknown };
  const fromBody = bodySentences(body);
  if (fromBody.length > 0) return fromBody;
  return [message, statusText].filter((text) => typeof text === 'string').slice(0, 1);
}

/** UI API: a list of messages, or one with page and field errors inside; Apex: one message. */
function bodySentences(body: unknown): readonly string[] {
  if (Array.isArray(body)) return (body as readonly unknown[]).flatMap(messageOf);
  if (typeof body !== 'object' || body === null) return [];
  const { pageErrors, fieldErrors, output } = body as { pageErrors?: unknown; fieldErrors?: unknown; output?: unknown };
  const deeper = [...listOf(pageErrors), ...valuesOf(fieldErrors), ...bodySentences(output)];
  const found = deeper.flatMap((item) => (typeof item === 'string' ? [item] : messageOf(item)));
  const { errors } = body as { errors?: unknown };
  found.push(...listOf(errors).flatMap(messageOf));
  return found.length > 0 ? found : messageOf(body);
}

function messageOf(item: unknown): readonly string[] {
  const message = typeof item === 'object' && item !== null ? (item as { message?: unknown }).message : undefined;
  return typeof message === 'string' ? [message] : [];
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? (value as readonly unknown[]) : [];
}

function valuesOf(value: unknown): readonly unknown[] {
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(listOf) : [];
}
