import { z } from 'zod';
import type { Wanted } from '../salesforce/telephony';
import { message } from './call-request';

/** So many calls, and lines of each, Salesforce takes at once [Create Transcripts in Bulk]. */
const most = 5;

const bulk = z
  .object({
    entries: z
      .array(z.object({ callKey: z.string().min(1).max(255), messages: z.array(message).min(1).max(most) }))
      .min(1)
      .max(most)
  })
  .refine(({ entries }) => {
    const lines = new Map<string, number>();
    for (const { callKey, messages } of entries) lines.set(callKey, (lines.get(callKey) ?? 0) + messages.length);
    return [...lines.values()].every((count) => count <= most);
  });

/** Lines of the transcripts of several calls as one request; undefined when the body is not what Salesforce takes. */
export function bulkMessagesOf(
  given: unknown
): { readonly callKeys: readonly string[]; readonly wanted: Wanted } | undefined {
  const read = bulk.safeParse(given);
  if (!read.success) return undefined;
  const entries = read.data.entries.map(({ callKey, messages }) => ({ vendorCallKey: callKey, messages }));
  return {
    callKeys: read.data.entries.map(({ callKey }) => callKey),
    wanted: { method: 'POST', path: '/voiceCalls/messages', body: { entries } }
  };
}
