import { type FromPhone, type ToPhone } from '../../core/phone-message/phone-message';
import { type Addressee } from '../../core/phone-message/rep-message';
import { type Phone, type PhoneSnapshot } from '../phone/phone';

/** What components are told of messages to reps. */
export type MessageLine = {
  /** Tells all of it; nothing of a phone system that keeps no messages. */
  readonly tell: (known: PhoneSnapshot) => void;
  /** The agents or the queues changed: a supervisor is told when there is somebody else to write to. */
  readonly lookAtAddressees: (known: PhoneSnapshot) => void;
};

type Wish = Extract<ToPhone, { readonly type: 'send-message' | 'withdraw-message' | 'mark-message-read' }>;

export function openMessageLine(say: (message: FromPhone) => void): MessageLine {
  let told = '';
  const tellSent = (known: PhoneSnapshot): void => {
    const { sentMessages: sent } = known;
    if (!sent) return;
    const addressees = addresseesIn(known);
    told = JSON.stringify(addressees);
    say({ type: 'sent-messages', body: { sent, addressees } });
  };
  return {
    tell: (known) => {
      if (!known.abilities.messages) return;
      say({ type: 'messages', body: { messages: known.messages } });
      tellSent(known);
    },
    lookAtAddressees: (known) => {
      if (known.abilities.messages && JSON.stringify(addresseesIn(known)) !== told) tellSent(known);
    }
  };
}

/** Does what a component asked for messages. */
export async function doMessageWish(phone: Phone, wish: Wish): Promise<void> {
  if (wish.type === 'send-message') await phone.sendMessage(wish.body);
  else if (wish.type === 'withdraw-message') await phone.withdrawMessage(wish.body.messageId);
  else await phone.markMessageRead(wish.body.messageId);
}

function addresseesIn({ queues, others }: PhoneSnapshot): readonly Addressee[] {
  return [
    { kind: 'everybody' },
    ...queues.map(({ id, name }) => ({ kind: 'queue', id, name }) as const),
    ...others.map(({ agent }) => ({ kind: 'agent', id: agent.agentId, name: agent.name }) as const)
  ];
}
