import { type FromPhone } from '../../core/phone-message/phone-message';
import { ServerRefused, type SessionServer } from '../shared/session-server';
import { browserNamed, type OwnSession } from '../shared/session-wire/own-session';

type Places = Pick<SessionServer, 'sessions' | 'endSession'>;

/** Where the rep is logged in, after one of these places was ended where that is wished. Rejects as the server does. */
export async function endAndList(server: Places, handle?: string): Promise<readonly OwnSession[]> {
  if (handle !== undefined) await server.endSession(handle).catch(unlessGone);
  return server.sessions();
}

/** The same for components, who are told no address and nothing that opens a session; never rejects. */
export async function placesMessage(server: Places, end?: string): Promise<FromPhone> {
  try {
    const places = (await endAndList(server, end)).map(({ handle, issuedAt, lastActiveAt, userAgent, isThis }) => {
      const name = browserNamed(userAgent);
      return { placeId: handle, ...(name ? { name } : {}), since: issuedAt, lastActiveAt, isThis };
    });
    return { type: 'places', body: { places } };
  } catch (error) {
    const isNowhere = error instanceof ServerRefused && error.code === 'NOT_SIGNED_IN';
    return { type: 'places', body: isNowhere ? { places: [] } : {} };
  }
}

/** One that ended meanwhile is what was wished. */
function unlessGone(error: unknown): void {
  if (!(error instanceof ServerRefused) || error.code !== 'NOT_FOUND') throw error;
}
