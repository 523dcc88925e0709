import { make } from '../make';
import { settings } from '../settings';
import { button } from '../view/button';
import { drawn } from '../view/region';
import { buttons, checkField, choiceField, section, textField } from './form';
import { phoneControl, programs, type PhoneFaults } from './phone-control';
import type { World } from './world';

const commands =
  'accept decline end dial mute hold swap conference transfer record send-digits set-presence contacts supervise barge-in'.split(
    ' '
  );
const codes =
  'failed busy wrong-state invalid-destination invalid-participant invalid-presence not-supported unknown-call'.split(
    ' '
  );

/** The phone system and the session service fail. */
export function showFailures(world: World): HTMLElement {
  const command = choiceField('Refuse', [
    ['', 'nothing'],
    ['*', 'everything'],
    ...commands.map((name) => [name, name] as const)
  ]);
  const code = choiceField(
    'With',
    codes.map((name) => [name, name])
  );
  const loses = checkField('Answers get lost');
  const silent = checkField('Calls are not reported');
  const slow = textField('Others answer after (ms)', '300', 'number');
  const chosen = (): PhoneFaults => ({
    ...(command.input.value === '' ? {} : { refuse: { command: command.input.value, code: code.input.value } }),
    loseAnswers: loses.input.checked,
    failReports: silent.input.checked,
    answerAfterMs: Number(slow.input.value) || 0
  });
  const place = make('div', {});
  const draw = drawn<Readonly<Record<string, string>>>(place, (states) =>
    Object.entries(states).map(([name, state]) =>
      make(
        'div',
        { class: 'simulator-call' },
        make('strong', {}, `${name}: ${state}`),
        buttons(
          button('Stop', () => change(name, 'stop'), { key: `stop-${name}`, isDisabled: state !== 'running' }),
          button('Start', () => change(name, 'start'), { key: `start-${name}`, isDisabled: state === 'running' })
        )
      )
    )
  );
  const look = async (): Promise<void> => draw(await programs.states());
  const change = (name: string, action: 'stop' | 'start'): void =>
    world.does(async () => {
      await programs.change(name, action);
      await look();
    });
  if (settings.hasPrograms) void look();
  const phone = section(
    'The phone system',
    command.row,
    code.row,
    loses.row,
    silent.row,
    slow.row,
    buttons(
      button('Apply', () => world.does(() => phoneControl.faults(chosen())), { look: 'brand', key: 'apply-faults' }),
      button('Drop connections', () => world.does(() => phoneControl.faults({ ...chosen(), dropConnections: true }))),
      button('All is well', () => world.does(() => phoneControl.faults({})))
    )
  );
  return make(
    'div',
    {},
    ...(settings.hasPhone ? [phone] : []),
    ...(settings.hasPrograms ? [section('Programs', place)] : [])
  );
}
