import { type Timers } from '../phone-page/timers';
import { guardDial } from './dial-guard';
import { type Page, type PageHands } from './page';
import { type PhoneDesk } from './phone-desk';
import { type Wish } from './picture';
import { refusalNotice } from './refusal-notice';
import { type Notice } from './screen';
import { searcher } from './search-contacts';

/** Asks the phone for what the rep wants, the same not twice at once, and says what did not work. */
export function wisher(
  page: Page,
  ask: PhoneDesk['ask'],
  notice: (said: Notice) => void
): (wanted: Wish) => Promise<void> {
  return async (wanted) => {
    const key = JSON.stringify(wanted);
    // Two clicks on one button are one wish; digits may come twice.
    if (wanted.type !== 'digits' && page.screen().busy.has(key)) return;
    page.change({ busy: new Set([...page.screen().busy, key]), notice: undefined });
    const answer = await ask(wanted);
    page.change({ busy: new Set([...page.screen().busy].filter((each) => each !== key)) });
    if (!answer.ok) notice(refusalNotice(wanted, answer));
    else if (answer.places && page.screen().arePlacesOpen) page.change({ places: answer.places });
  };
}

/** What the rep can do wherever the phone is shown. What they type themselves is dialled without asking components. */
export function handsOf(options: {
  readonly page: Page;
  readonly timers: Timers;
  readonly phone: Pick<PhoneDesk, 'picture' | 'ask'>;
  readonly wish: (wanted: Wish) => Promise<void>;
  readonly notice: (said: Notice) => void;
}): PageHands {
  const { page, timers, phone, wish, notice } = options;
  const dialTyped = async (number: string): Promise<void> => {
    const guarded = guardDial(phone.picture(), number, page.screen().country);
    if ('problem' in guarded) notice({ word: guarded.problem, given: number });
    else await wish({ type: 'dial', target: guarded.target, options: {} });
    page.change({ number: '' });
  };
  return {
    wish: (wanted) => void wish(wanted),
    dial: (target) =>
      void (typeof target === 'string' ? dialTyped(target) : wish({ type: 'dial', target, options: {} })),
    dialAnyway: (target) => void wish({ type: 'dial', target, options: {} }),
    search: searcher(timers, phone.ask, page)
  };
}
