import { endAndList } from '../phone-page/places-message';
import { type SessionServer } from '../shared/session-server';
import { type Answer, type Wish } from './picture';

/** Wishes about the other places where the rep is logged in. */
export type PlaceWish = Extract<Wish, { readonly type: 'places' | 'log-out-there' }>;

/** Asks the service where the rep is logged in, after it ended one of them where that is wished; never rejects. */
export async function askPlaces(server: SessionServer, wish: PlaceWish): Promise<Answer> {
  try {
    return { ok: true, places: await endAndList(server, wish.type === 'places' ? undefined : wish.handle) };
  } catch {
    return { ok: false, code: 'not-connected', words: '' };
  }
}
