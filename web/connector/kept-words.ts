import { type FromPhone } from '../../core/phone-message/phone-message';

/** What the components must still hear when the rep is online again. */
export type KeptWords = {
  /** Keeps the newest word on each call, and every notice; of all else the state is told anew. */
  readonly keep: (message: FromPhone) => void;
  /** All of it, calls in the order in which they were first spoken of, and forgets it. */
  readonly take: () => readonly FromPhone[];
};

/** A rep who works offline at a desk phone for a whole day. */
const mostCalls = 500;
const mostNotices = 50;

/** Opens the shelf. When it is full the oldest stay: what is over lately the phone system still remembers, and tells again. */
export function keptWords(): KeptWords {
  const calls = new Map<string, FromPhone>();
  const notices = new Map<string, FromPhone>();
  const keepIn = (kept: Map<string, FromPhone>, most: number, key: string, message: FromPhone): void => {
    if (kept.has(key) || kept.size < most) kept.set(key, message);
  };
  return {
    keep: (message) => {
      if (message.type === 'interaction') keepIn(calls, mostCalls, message.body.interaction.callKey, message);
      if (message.type === 'notice') keepIn(notices, mostNotices, message.body.notice.noticeId, message);
    },
    take: () => {
      const words = [...calls.values(), ...notices.values()];
      calls.clear();
      notices.clear();
      return words;
    }
  };
}
