import type { Omni } from '../host/omni';
import { make } from '../make';
import { button } from '../view/button';
import { areaField, buttons, choiceField, section, textField } from './form';

const works = ['ASSIGNED', 'ACCEPTED', 'DECLINED', 'COMPLETED', 'CLOSED', 'PAUSED', 'UNPAUSED'] as const;

/** Messages of Salesforce that no control of the utility sends: of the bridge component, agent work, messaging, recordings, logs. */
export function showHostTools(omni: Omni): HTMLElement {
  const message = areaField('Message to the connector');
  const heard = make('pre', {
    class: 'simulator-state',
    role: 'log',
    tabindex: '0',
    'aria-label': 'Messages from the connector'
  });
  const work = choiceField(
    'Agent work',
    works.map((name) => [name, name])
  );
  const item = textField('Work item', '0LQ000000000001AAA');
  const recording = textField('Call with a recording', '');
  const answer = make('p', { role: 'status' });
  const supervised = textField('Call to listen to', '');
  omni.onMessage((said) => {
    if (said.type !== 'event') return;
    if (said.event === 'MESSAGE')
      heard.textContent = `${JSON.stringify(said.payload)}\n${heard.textContent}`.slice(0, 4000);
    if (said.event === 'SIGNED_RECORDING_URL')
      answer.textContent = said.payload.success
        ? `Recording: ${said.payload.url ?? ''}, ${said.payload.duration ?? '?'} s`
        : 'There is no recording.';
    if (said.event === 'GET_CONTACTS_RESULT')
      answer.textContent = `${said.payload.contacts?.length ?? 0} contacts for messaging`;
  });
  const read = (): unknown => {
    const { value } = message.input;
    try {
      return JSON.parse(value);
    } catch {
      return value;
    }
  };
  const id = crypto.randomUUID();
  return make(
    'div',
    {},
    section(
      'Bridge',
      message.row,
      buttons(button('Send', () => omni.send({ type: 'MESSAGE', message: read() }), { key: 'send-message' })),
      heard
    ),
    section(
      'Agent work',
      work.row,
      item.row,
      buttons(
        button(
          'Send',
          () =>
            omni.send({
              type: 'AGENT_WORK_EVENT',
              agentWork: {
                workItemId: item.input.value,
                workId: id,
                workEvent: work.input.value as (typeof works)[number]
              }
            }),
          { key: 'send-work' }
        ),
        button('Contacts for messaging', () =>
          omni.send({
            type: 'GET_CONTACTS',
            filter: { contains: null, limit: 50, offset: 0, types: [] },
            workItemId: item.input.value
          })
        )
      )
    ),
    section(
      'Recording',
      recording.row,
      buttons(
        button('Play', () => {
          const callId = recording.input.value;
          omni.send({ type: 'GET_SIGNED_RECORDING_URL', recordingUrl: '', vendorCallKey: callId, callId });
        })
      ),
      answer
    ),
    section(
      'Supervisor',
      supervised.row,
      buttons(
        button(
          'Listen in',
          () =>
            omni.send({
              type: 'SUPERVISE_CALL',
              call: {
                callId: supervised.input.value,
                callType: 'Inbound',
                callAttributes: { participantType: 'Supervisor' }
              }
            }),
          { key: 'supervise' }
        )
      )
    ),
    section(
      'Log',
      buttons(
        button('Send a log line', () =>
          omni.send({ type: 'LOG', logLevel: 'INFO', logMessage: 'A line of Salesforce', payload: {} })
        )
      )
    )
  );
}
