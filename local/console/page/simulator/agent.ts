import { make } from '../make';
import { button } from '../view/button';
import { buttons, checkField, choiceField, fill, section, textField } from './form';
import { phoneControl } from './phone-control';
import type { World } from './world';

/** Whom the simulator speaks of, and what the phone system does to that agent. */
export function showAgent(world: World): HTMLElement {
  const agent = choiceField('Agent of the phone system', []);
  const presence = choiceField('Presence', []);
  const message = textField('A word for the agent', 'Your team meets at noon.');
  const id = textField('Id of another agent', 'ines');
  const queues = textField('Queues, with commas', 'Support');
  const supervises = checkField('May supervise');
  const state = make('pre', {
    class: 'simulator-state',
    role: 'region',
    tabindex: '0',
    'aria-label': 'Calls of the agent'
  });
  const chosen = (): string => world.agent()?.agentId ?? '';
  agent.input.addEventListener('change', () => world.choose(agent.input.value));
  world.onChange(() => {
    const now = world.now();
    fill(
      agent.input,
      (now?.agents ?? []).map(({ agentId, name }) => [agentId, name])
    );
    fill(
      presence.input,
      (now?.presences ?? []).map(({ id: each, name }) => [each, name])
    );
    if (chosen() !== '') agent.input.value = chosen();
    const text = JSON.stringify(world.agent()?.calls ?? [], null, 1);
    if (state.textContent !== text) state.textContent = text;
  });
  const add = (): Promise<unknown> =>
    phoneControl.addAgent(id.input.value, {
      name: id.input.value,
      queues: queues.input.value.split(',').map((queue) => queue.trim()),
      isSupervisor: supervises.input.checked
    });
  return make(
    'div',
    {},
    section(
      'The agent',
      agent.row,
      presence.row,
      buttons(
        button('Set presence', () => world.does(() => phoneControl.setPresence(chosen(), presence.input.value))),
        button('Sign out', () => world.does(() => phoneControl.signOut(chosen())), { look: 'destructive' })
      ),
      message.row,
      buttons(button('Send word', () => world.does(() => phoneControl.message(chosen(), message.input.value))))
    ),
    section(
      'Another agent',
      id.row,
      queues.row,
      supervises.row,
      buttons(button('Add', () => world.does(add), { key: 'add-agent' }))
    ),
    section('Active calls', state)
  );
}
