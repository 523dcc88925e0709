import { make } from '../make';
import { showAgent } from '../simulator/agent';
import { showCallers } from '../simulator/callers';
import { showFailures } from '../simulator/failures';
import { showLine } from '../simulator/line';
import { watchWorld } from '../simulator/world';
import { makeTabs } from '../view/tabs';
import { showTranscript } from '../view/transcript-view';

/** The panel that plays the world around the softphone: callers, the line, the agent, and what goes wrong. */
export function showSimulator(): HTMLElement {
  const tabs = makeTabs('Simulator', 'panel');
  const world = watchWorld();
  const refusal = make('p', { class: 'simulator-refusal', role: 'alert' });
  world.onRefusal((words) => {
    if (refusal.textContent !== words) refusal.textContent = words;
  });
  const calls = make('div', {}, showCallers(world), showLine(world));
  tabs.open({ id: 'calls', title: 'Calls', icon: 'call', isFixed: true, body: calls });
  tabs.open({ id: 'agent', title: 'Agent', icon: 'user', isFixed: true, body: showAgent(world) }, false);
  tabs.open({ id: 'wire', title: 'Wire', icon: 'rows', isFixed: true, body: showTranscript() }, false);
  tabs.open({ id: 'faults', title: 'Faults', icon: 'warning', isFixed: true, body: showFailures(world) }, false);
  return make(
    'aside',
    { class: 'simulator', 'aria-label': 'Call Simulator' },
    make('h2', { class: 'slds-text-heading_small simulator-title' }, 'Call Simulator'),
    refusal,
    tabs.element
  );
}
