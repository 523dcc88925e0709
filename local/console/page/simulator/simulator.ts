import type { Omni } from '../host/omni';
import { make } from '../make';
import { makeTabs } from '../view/tabs';
import { showTranscript } from '../view/transcript-view';
import { showHostFaults } from './host-faults';

/** The panel beside the console that plays the world: callers, the phone system, a host that misbehaves. */
export function showSimulator(omni: Omni): HTMLElement {
  const tabs = makeTabs('Simulator', 'panel');
  tabs.open({ id: 'wire', title: 'Messages', icon: 'rows', isFixed: true, body: showTranscript() });
  tabs.open({ id: 'faults', title: 'Faults', icon: 'warning', isFixed: true, body: showHostFaults(omni) }, false);
  return make(
    'aside',
    { class: 'simulator', 'aria-label': 'Voice Call Simulator' },
    make('h2', { class: 'slds-text-heading_small simulator-title' }, 'Voice Call Simulator'),
    tabs.element
  );
}
