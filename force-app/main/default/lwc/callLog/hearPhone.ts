import type { MessageContextValue } from 'lightning/messageService';
import { keepAgentActivities } from 'c/agentActivities';
import { connectPhone, type Interaction, type PhoneConnection } from 'c/phoneBridge';

/** Hears of interactions until it is closed, and keeps the record of presence meanwhile. */
export function hearPhone(context: MessageContextValue, hear: (interaction: Interaction) => void): PhoneConnection {
  const { send, close } = connectPhone(context, (message) => {
    if (message.type === 'interaction') hear(message.body.interaction);
  });
  // The panel is there from the first moment of a console session; so the record of presence is complete.
  const stopKeeping = keepAgentActivities();
  return {
    send: (message) => send(message),
    close: () => {
      close();
      stopKeeping();
    }
  };
}
