import type { Omni } from '../host/omni';
import { make } from '../make';
import { settings } from '../settings';
import { makeTabs } from '../view/tabs';
import { showTranscript } from '../view/transcript-view';
import { showAgent } from './agent';
import { showCallers } from './callers';
import { showFailures } from './failures';
import { showHostFaults } from './host-faults';
import { showHostTools } from './host-tools';
import { showLine } from './line';
import { showLoginControls } from './login';
import { showOrgAllows } from './org-allows';
import { showOverrides } from './overrides-view';
import { showSalesforce } from './salesforce';
import { watchWorld } from './world';

/** The panel beside the console that plays the world: callers, the phone system, a host that misbehaves. */
export function showSimulator(omni: Omni): HTMLElement {
  const tabs = makeTabs('Simulator', 'panel');
  const world = watchWorld();
  const refusal = make('p', { class: 'simulator-refusal', role: 'alert' });
  world.onRefusal((words) => {
    if (refusal.textContent !== words) refusal.textContent = words;
  });
  const calls = settings.hasPhone
    ? make('div', {}, showCallers(world), showLine(world, omni), showSalesforce(world))
    : make(
        'p',
        { class: 'simulator-section' },
        'This connector came by address. Let its own phone system call; everything else here works.'
      );
  tabs.open({ id: 'calls', title: 'Calls', icon: 'call', isFixed: true, body: calls });
  if (settings.hasPhone)
    tabs.open({ id: 'agent', title: 'Agent', icon: 'user', isFixed: true, body: showAgent(world) }, false);
  tabs.open({ id: 'wire', title: 'Wire', icon: 'rows', isFixed: true, body: showTranscript() }, false);
  const host = make('div', {}, showLoginControls(omni, world), showHostTools(omni));
  tabs.open({ id: 'host', title: 'Host', icon: 'salesforce1', isFixed: true, body: host }, false);
  tabs.open(
    {
      id: 'says',
      title: 'Says',
      icon: 'toggle',
      isFixed: true,
      body: make('div', {}, showOrgAllows(omni), showOverrides(omni))
    },
    false
  );
  const faults = make('div', {}, showHostFaults(omni), showFailures(world));
  tabs.open({ id: 'faults', title: 'Faults', icon: 'warning', isFixed: true, body: faults }, false);
  return make(
    'aside',
    { class: 'simulator', 'aria-label': 'Voice Call Simulator' },
    make('h2', { class: 'slds-text-heading_small simulator-title' }, 'Voice Call Simulator'),
    refusal,
    tabs.element
  );
}
