import { ServerRefused, type SessionServer } from '../shared/session-server';
import { type Answer, type Wish } from './picture';

/** Wishes about the other places where the rep is logged in. */
export type PlaceWish = Extract<Wish, { readonly type: 'places' | 'log-out-there' }>;

/** Asks the service where the rep is logged in, after it ended one of them where that is wished; never rejects. */
export async function askPlaces(server: SessionServer, wish: PlaceWish): Promise<Answer> {
  try {
    if (wish.type === 'log-out-there') await server.endSession(wish.handle).catch(unlessGone);
    return { ok: true, places: await server.sessions() };
  } catch {
    return { ok: false, code: 'not-connected', words: '' };
  }
}

/** One that ended meanwhile is what was wished. */
function unlessGone(error: unknown): void {
  if (!(error instanceof ServerRefused) || error.code !== 'NOT_FOUND') throw error;
}
