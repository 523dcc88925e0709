import type { MessageContextValue } from 'lightning/messageService';
import { keepAgentActivities } from 'c/agentActivities';
import { calledRecords } from 'c/dialGuard';
import { connectPhone, type Interaction, type PhoneConnection, type PhoneMessage } from 'c/phoneBridge';

type RecordMatch = NonNullable<Interaction['match']>[number];

/** Interactions whose record is remembered: a pop may come before the call is anybody's, and a log after its end. */
const mostFound = 200;

/** Hears of interactions until it is closed, each with the record that popped for it; keeps the record of presence meanwhile. */
export function hearPhone(context: MessageContextValue, hear: (interaction: Interaction) => void): PhoneConnection {
  const { send, close } = connectPhone(context, withRecords(hear));
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

/** What popped is whom the interaction is with, or else the record whose number the rep clicked, unless the phone itself says so, or the rep. */
function withRecords(hear: (interaction: Interaction) => void): (message: PhoneMessage) => void {
  const found = new Map<string, readonly RecordMatch[]>();
  const last = new Map<string, Interaction>();
  const tell = (interaction: Interaction): void => {
    const match = found.get(interaction.interactionKey);
    hear(match?.length && !interaction.match?.length ? { ...interaction, match } : interaction);
  };
  const take = (interactionKey: string, match: readonly RecordMatch[]): void => {
    keep(found, interactionKey, match);
    for (const interaction of [...last.values()]) if (interaction.interactionKey === interactionKey) tell(interaction);
  };
  const askWhoWasClicked = async ({ interactionKey, match, attributes }: Interaction): Promise<void> => {
    const { recordId } = attributes;
    if (recordId === undefined || match?.length || found.has(interactionKey)) return;
    keep(found, interactionKey, []);
    const records = await calledRecords(recordId);
    if (found.get(interactionKey)?.length !== 0) return;
    found.delete(interactionKey);
    if (records.length > 0) take(interactionKey, records);
  };
  return (message) => {
    if (message.type === 'interaction') {
      const { interaction } = message.body;
      keep(last, interaction.callKey, interaction);
      tell(interaction);
      if (interaction.direction === 'outbound') void askWhoWasClicked(interaction);
    } else if (message.type === 'record-found') {
      const { interactionKey, record } = message.body;
      if (found.get(interactionKey)?.[0]?.recordId !== record.recordId) take(interactionKey, [record]);
    }
  };
}

function keep<Value>(map: Map<string, Value>, key: string, value: Value): void {
  map.delete(key);
  map.set(key, value);
  for (const oldest of [...map.keys()].slice(0, -mostFound)) map.delete(oldest);
}
