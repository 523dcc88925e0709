import { type Timers } from '../phone-page/timers';
import { type Page } from './page';
import { type PhoneDesk } from './phone-desk';

/** Milliseconds without a key before people are looked up. */
const pause = 250;
const most = 50;

/** Looks people up while the rep types; only the last answer counts. */
export function searcher(timers: Timers, ask: PhoneDesk['ask'], page: Page): (text: string) => void {
  let cancel = (): void => undefined;
  let asked = 0;
  return (text) => {
    cancel();
    const own = (asked += 1);
    const before = page.screen().search.page;
    page.change({ search: { text, isAsking: true, ...(before ? { page: before } : {}) } });
    const lookUp = async (): Promise<void> => {
      const contains = text.trim();
      const filter = { offset: 0, limit: most, ...(contains === '' ? {} : { contains }) };
      const answer = await ask({ type: 'contacts', filter });
      if (own !== asked) return;
      const found = answer.ok ? answer.contacts : undefined;
      page.change({ search: { text, isAsking: false, ...(found ? { page: found } : {}) } });
    };
    cancel = timers.after(text === '' ? 0 : pause, () => void lookUp());
  };
}
