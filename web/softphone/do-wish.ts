import { PhoneError, type Phone } from '../phone/phone';
import { type Answer, type DeskWish } from './picture';

/** Wishes that the phone itself carries out; the others are about the login. */
export type PhoneWish = Exclude<
  DeskWish,
  { readonly type: 'open-login' | 'stay' | 'sign-out' | 'places' | 'log-out-there' }
>;

/** Does it, and says what came of it; never rejects. */
export async function doWish(phone: () => Promise<Phone>, wish: PhoneWish): Promise<Answer> {
  try {
    return await done(await phone(), wish);
  } catch (error) {
    return error instanceof PhoneError
      ? { ok: false, code: error.code, words: error.message }
      : { ok: false, code: 'failed', words: String(error) };
  }
}

async function done(phone: Phone, wish: PhoneWish): Promise<Answer> {
  switch (wish.type) {
    case 'accept':
      await phone.accept(wish.callId);
      break;
    case 'decline':
      await phone.decline(wish.callId);
      break;
    case 'swap':
      await phone.swap(wish.callId);
      break;
    case 'conference':
      await phone.conference(wish.callId);
      break;
    case 'finish-wrap-up':
      await phone.finishWrapUp(wish.callId);
      break;
    case 'end':
      await phone.end(wish.callId, wish.legId);
      break;
    case 'barge-in':
      await phone.bargeIn(wish.callId);
      break;
    case 'stop-supervising':
      await phone.stopSupervising(wish.callId);
      break;
    case 'dial':
      await phone.dial(wish.target, wish.options);
      break;
    case 'mute':
      await phone.mute(wish.callId, wish.isMuted);
      break;
    case 'hold':
      await phone.hold(wish.callId, wish.legId, wish.isOnHold);
      break;
    case 'transfer':
      await phone.transfer(wish.callId, wish.target, wish.kind);
      break;
    case 'digits':
      await phone.sendDigits(wish.callId, wish.digits);
      break;
    case 'record':
      await phone.record(wish.callId, wish.recording);
      break;
    case 'presence': {
      const presence = phone.snapshot().presences.find(({ id }) => id === wish.presenceId);
      if (presence === undefined) throw new PhoneError('invalid-presence', 'The phone has no such state.');
      await phone.setPresence(presence);
      break;
    }
    case 'mark-message-read':
      await phone.markMessageRead(wish.messageId);
      break;
    case 'contacts':
      return { ok: true, contacts: await phone.contacts(wish.filter) };
    default:
      return wish satisfies never;
  }
  return { ok: true };
}
