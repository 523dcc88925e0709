import { make } from '../make';
import { button } from '../view/button';
import { areaField, buttons, checkField, choiceField, fill, section, textField } from './form';
import { phoneControl, type Incoming } from './phone-control';
import type { World } from './world';

/** Lets somebody call or write: to the rep, or to a queue. */
export function showCallers(world: World): HTMLElement {
  const channel = choiceField('Kind', [
    ['phone', 'Call'],
    ['callback', 'Wish to be called back'],
    ['voicemail', 'Voicemail'],
    ['chat', 'Chat'],
    ['sms', 'Text message']
  ]);
  const from = textField('From', '+14155550123', 'tel');
  const to = textField('To', '+18005550100', 'tel');
  const target = choiceField('For', [['', 'The chosen agent']]);
  const text = areaField('What is said or written');
  const attributes = areaField('Attributes, one name=value a line');
  const muted = checkField('Muted');
  const held = checkField('On hold');
  const paused = checkField('Recording paused');
  world.onChange(() =>
    fill(target.input, [
      ['', 'The chosen agent'],
      ...(world.now()?.queues ?? []).map(({ name, waiting }) => [name, `Queue ${name} (${waiting} wait)`] as const)
    ])
  );
  const incoming = (): Incoming => {
    const { value: queue } = target.input;
    const agent = world.agent()?.agentId;
    const start = {
      isMuted: muted.input.checked,
      isOnHold: held.input.checked,
      ...(paused.input.checked ? { recording: 'paused' as const } : {})
    };
    return {
      ...(channel.input.value === 'callback'
        ? { channel: 'phone', isCallback: true }
        : { channel: channel.input.value as Incoming['channel'] }),
      from: from.input.value,
      to: to.input.value,
      ...(queue === '' ? { ...(agent === undefined ? {} : { agent }) } : { queue }),
      ...(text.input.value === '' ? {} : { text: text.input.value }),
      attributes: attributesOf(attributes.input.value),
      start
    };
  };
  return section(
    'Somebody calls',
    channel.row,
    from.row,
    to.row,
    target.row,
    text.row,
    attributes.row,
    make(
      'fieldset',
      {},
      make('legend', { class: 'slds-form-element__label' }, 'At the start'),
      muted.row,
      held.row,
      paused.row
    ),
    buttons(
      button('Start', () => world.does(() => phoneControl.comeIn(incoming())), { look: 'brand', key: 'start-call' })
    )
  );
}

/** Reads `name=value` lines; a line without a sign is a name with nothing. */
export function attributesOf(text: string): Readonly<Record<string, string>> {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  return Object.fromEntries(
    lines.map((line) => {
      const at = line.indexOf('=');
      return at < 0 ? [line.trim(), ''] : [line.slice(0, at).trim(), line.slice(at + 1).trim()];
    })
  );
}
