import { type ToPhone } from '../../core/phone-message/phone-message';
import { callIdOf } from '../phone/interaction-of';
import { PhoneError, type Phone, type PhonePresence } from '../phone/phone';

type Wish = Extract<ToPhone, { readonly type: 'dial' | 'set-presence' | 'wrap-up-done' | 'supervise' }>;

/** Does what a component wants of the phone; rejects with a PhoneError. */
export async function doPhoneWish(phone: Phone, wish: Wish): Promise<void> {
  switch (wish.type) {
    case 'dial': {
      const { number, recordId } = wish.body;
      await phone.dial({ kind: 'number', number }, recordId === undefined ? {} : { recordId });
      return;
    }
    case 'set-presence': {
      const presence = presenceNamed(wish.body.status, phone.snapshot().presences);
      if (!presence) throw new PhoneError('invalid-presence', `There is no presence ${wish.body.status}`);
      await phone.setPresence(presence);
      return;
    }
    case 'wrap-up-done': {
      const callId = callIdOf(wish.body.callKey, phone.snapshot().agent.agentId);
      // A key of another rep is nothing that this one could finish.
      if (callId !== undefined) await phone.finishWrapUp(callId);
      return;
    }
    case 'supervise': {
      const { callId, action } = wish.body;
      if (action === 'listen') await phone.supervise(callId);
      else if (action === 'barge-in') await phone.bargeIn(callId);
      else await phone.stopSupervising(callId);
      return;
    }
    default:
      return wish satisfies never;
  }
}

/** By name or id; or the first of a kind, which is what a map of presence may say. */
function presenceNamed(word: string, presences: readonly PhonePresence[]): PhonePresence | undefined {
  const isWord = (text: string): boolean => text.toLowerCase() === word.trim().toLowerCase();
  return presences.find(({ name, id }) => isWord(name) || isWord(id)) ?? presences.find(({ kind }) => isWord(kind));
}
