import { make } from '../make';
import { button } from '../view/button';
import { areaField, buttons, checkField, choiceField, fill, section, textField } from './form';
import { phoneControl, type Incoming } from './phone-control';
import type { World } from './world';

const mostAtOnce = 50;

/** Lets somebody call or write: to the rep, or to a queue. */
export function showCallers(world: World): HTMLElement {
  const channel = choiceField('Kind', [
    ['phone', 'Call'],
    ['callback', 'Wish to be called back'],
    ['preview', 'Preview of a campaign'],
    ['progressive', 'Progressive call of a campaign'],
    ['voicemail', 'Voicemail'],
    ['chat', 'Chat'],
    ['sms', 'Text message']
  ]);
  const from = textField('From', '+14155550123', 'tel');
  const to = textField('To', '+18005550100', 'tel');
  const target = choiceField('For', [['', 'The chosen agent']]);
  const text = areaField('What is said or written');
  const attributes = areaField('Attributes, one name=value a line');
  const count = textField('How many at once', '1', 'number');
  const muted = checkField('Muted');
  const held = checkField('On hold');
  const paused = checkField('Recording paused');
  world.onChange(() =>
    fill(target.input, [
      ['', 'The chosen agent'],
      ...(world.now()?.queues ?? []).map(({ name, waiting }) => [name, `Queue ${name} (${waiting} wait)`] as const)
    ])
  );
  const incoming = (index: number): Incoming => {
    const { value: queue } = target.input;
    const agent = world.agent()?.agentId;
    const start = {
      isMuted: muted.input.checked,
      isOnHold: held.input.checked,
      ...(paused.input.checked ? { recording: 'paused' as const } : {})
    };
    return {
      ...kindOf(channel.input.value),
      from: nth(from.input.value, index),
      to: to.input.value,
      ...(queue === '' ? { ...(agent === undefined ? {} : { agent }) } : { queue }),
      ...(text.input.value === '' ? {} : { text: text.input.value }),
      attributes: attributesOf(attributes.input.value),
      start
    };
  };
  const start = async (): Promise<void> => {
    const many = Math.min(Math.max(Number(count.input.value) || 1, 1), mostAtOnce);
    await Promise.all(Array.from({ length: many }, (_, index) => phoneControl.comeIn(incoming(index))));
  };
  return section(
    'Somebody calls',
    channel.row,
    from.row,
    to.row,
    target.row,
    count.row,
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
    buttons(button('Start', () => world.does(start), { look: 'brand', key: 'start-call' }))
  );
}

/** What each kind is to the phone system. */
function kindOf(kind: string): Pick<Incoming, 'channel' | 'isCallback' | 'dialer'> {
  if (kind === 'callback') return { channel: 'phone', isCallback: true };
  if (kind === 'preview' || kind === 'progressive') return { channel: 'phone', dialer: kind };
  return { channel: kind as Incoming['channel'] };
}

/** The number so many further, so that callers differ; what is no number stays as it is. */
function nth(number: string, index: number): string {
  const [, start = '', end = ''] = /^(.*?)(\d{1,4})$/.exec(number) ?? [];
  return end === '' ? number : start + String((Number(end) + index) % 10 ** end.length).padStart(end.length, '0');
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
