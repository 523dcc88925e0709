import { type FromPhone } from '../../core/phone-message/phone-message';
import { noticeMessage } from '../phone-page/phone-messages';
import { type PhoneLine } from '../phone-page/phone-line';
import { type Timers } from '../phone-page/timers';
import { doWish } from './do-wish';
import { firstPresence } from './first-presence';
import { fill, languageOf } from './words';

export type BreakOptions = {
  readonly line: Pick<PhoneLine, 'phone' | 'snapshot'>;
  readonly timers: Timers;
  /** Whose language the rep is told in. */
  readonly window: { readonly navigator: Pick<Navigator, 'languages'> };
  /** Says it to the components. */
  readonly say: (message: FromPhone) => void;
};

/** Milliseconds before each further try: a phone system that refuses or is lost for a moment is there again. */
const pauses = [1_000, 3_000, 10_000, 30_000];

/**
 * Puts a rep who has just logged in into a break, so that nobody is called before they say that they are ready. Tries again when that is
 * refused or lost, until they are in a call or have chosen something themselves; when it stays so, a notice says what they are instead.
 */
export async function beginInBreak({ line, timers, window, say }: BreakOptions): Promise<void> {
  const begun = line.snapshot()?.presence;
  for (const pause of [...pauses, undefined]) {
    const known = line.snapshot();
    const wanted = known && known.presence.id === begun?.id ? firstPresence(known) : undefined;
    if (known === undefined || wanted === undefined) return;
    const answer = await doWish(line.phone, { type: 'presence', presenceId: wanted.id });
    if (answer.ok) return;
    if (pause !== undefined) await new Promise<void>((resolve) => timers.after(pause, resolve));
    else say(noticeOf(fill(languageOf(window.navigator.languages).words.noBreak, known.presence.name), timers.wall()));
  }
}

const noticeOf = (text: string, at: number): FromPhone =>
  noticeMessage(text, `break-${at}`, new Date(at).toISOString());
