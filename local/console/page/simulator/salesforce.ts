import { make } from '../make';
import { button } from '../view/button';
import { areaField, buttons, choiceField, fill, section, textField } from './form';
import { phoneControl } from './phone-control';
import type { World } from './world';

const senders = [
  ['END_USER', 'Customer'],
  ['HUMAN_AGENT', 'Agent'],
  ['VIRTUAL_AGENT', 'Bot'],
  ['SUPERVISOR', 'Supervisor'],
  ['EXTERNAL_USER', 'Somebody outside']
] as const;

const participants = [
  ['CUSTOMER', 'Customer'],
  ['AGENT', 'Agent']
] as const;

/** What the phone system's server tells and asks Salesforce about a call; the session service signs it. */
export function showSalesforce(world: World): HTMLElement {
  const call = choiceField('Call', []);
  const sender = choiceField('Who speaks', senders);
  const said = areaField('What is said');
  const event = textField('What a listening service noticed', 'SENTIMENT');
  const value = textField('And of what value', 'NEGATIVE');
  const sentiment = textField('Sentiment of the call, -1000 to 1000', '-500');
  const whose = choiceField('Whose sentiment', participants);
  const dialed = textField('Dialed number of the flow', '+18005550100', 'tel');
  const queue = textField('Queue or user to route to', 'Support');
  const number = textField('Number to call back', '+14155550123', 'tel');
  const answer = make('p', { role: 'status' });
  said.input.value = 'I would like to change my order.';
  world.onChange(() =>
    fill(
      call.input,
      (world.agent()?.calls ?? [])
        .filter(({ channel }) => channel === 'phone' || channel === 'voicemail')
        .map(({ callId, from, to, state }) => [callId, `${from} → ${to}: ${state}`])
    )
  );
  const asking = (label: string, work: () => Promise<unknown>): HTMLElement =>
    button(label, () =>
      world.does(async () => {
        answer.textContent = '';
        const told = await work();
        answer.textContent = `${label}: ${JSON.stringify(told)}`;
      })
    );
  const ask = (label: string, what: string, body: () => object): HTMLElement =>
    asking(label, () => phoneControl.salesforce(call.input.value, what, body()));
  const now = (): string => new Date().toISOString();
  const sensed = (): object => ({
    service: 'Simulator',
    events: [
      {
        ...{ type: 'IntelligenceSignal__Sentiment', value: sentiment.input.value, participant: whose.input.value },
        ...{ startedAt: now(), endedAt: now() }
      }
    ]
  });
  const message = (callId: string): object => ({
    messageId: crypto.randomUUID(),
    participantId: `${callId}-${sender.input.value}`,
    senderType: sender.input.value,
    content: said.input.value,
    startedAt: now(),
    endedAt: now()
  });
  const noticed = (): object => ({
    service: 'Simulator',
    persist: true,
    events: [{ type: event.input.value, value: value.input.value, startedAt: now() }]
  });
  return section(
    'Told to Salesforce',
    call.row,
    sender.row,
    said.row,
    buttons(
      ask('Send transcript', 'messages', () => message(call.input.value)),
      // Salesforce takes five calls at once.
      asking('Send transcript of all', () =>
        phoneControl.transcripts(
          [...call.input.options].slice(0, 5).map(({ value: callId }) => ({ callId, messages: [message(callId)] }))
        )
      )
    ),
    event.row,
    value.row,
    buttons(ask('Send event', 'events', noticed)),
    sentiment.row,
    whose.row,
    buttons(ask('Send event after the call', 'post-events', sensed)),
    dialed.row,
    queue.row,
    buttons(
      ask('Run flow', 'flow', () => ({ dialedNumber: dialed.input.value, fallbackQueue: queue.input.value })),
      ask('Route', 'route', () => ({ routingTarget: queue.input.value })),
      ask('Clear routing', 'clear-routing', () => ({})),
      ask('Reroute', 'reroute', () => ({}))
    ),
    number.row,
    buttons(ask('Request callback', 'callback', () => ({ callbackNumber: number.input.value }))),
    answer
  );
}
