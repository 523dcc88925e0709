import { type PhoneOrg } from '../engine/phone-org';
import { Refusal } from '../engine/shapes';

type Body = Readonly<Record<string, unknown>>;

/** Where the other server takes something about a call. */
export const placeOf = (org: PhoneOrg, callId: string, what: string): string =>
  `calls/${encodeURIComponent(org.keyOf(callId))}/${encodeURIComponent(what)}`;

/** Lines of several calls, with the key that servers know each call by in place of our id. */
export function underKeys(org: PhoneOrg, { entries }: Body): Body {
  if (!Array.isArray(entries)) throw new Refusal('bad-request', 'entries are needed');
  return {
    entries: (entries as readonly (Body | null)[]).map((entry) => {
      const { callId, messages } = entry ?? {};
      if (typeof callId !== 'string') throw new Refusal('bad-request', 'Each entry needs a callId');
      return { callKey: org.keyOf(callId), messages };
    })
  };
}
