import { PhoneError } from '../phone/phone';
import { ServerRefused, type SessionServer } from '../shared/session-server';
import { type PhoneTicket } from '../shared/session-wire/login-attempt';

/** Gets a ticket for the phone system. `gone` hears that the server knows of no login any more. */
export async function phonePass(server: Pick<SessionServer, 'phoneTicket'>, gone: () => void): Promise<PhoneTicket> {
  try {
    return await server.phoneTicket();
  } catch (cause) {
    if (!(cause instanceof ServerRefused))
      throw new PhoneError('not-connected', 'The session service did not answer.', { cause });
    if (cause.code === 'NOT_SIGNED_IN') gone();
    throw new PhoneError('not-authorised', cause.message, { cause });
  }
}
