import { type PhonePresence, type PhoneSnapshot } from '../phone/phone';

/** What a rep is after a login: in a break, so that nobody is called before they say that they are ready; in a call as they are. */
export function firstPresence({
  calls,
  presence,
  presences
}: Pick<PhoneSnapshot, 'calls' | 'presence' | 'presences'>): PhonePresence | undefined {
  if (calls.length > 0 || presence.kind === 'break') return undefined;
  return presences.find(({ kind }) => kind === 'break') ?? presences.find(({ kind }) => kind === 'busy');
}
