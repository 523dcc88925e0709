import { showComponents, type ComponentsConfig } from '../components/show-components';
import { openDesk } from '../host/desk';
import type { Omni } from '../host/omni';
import { keepRepCalls } from '../host/rep-calls';
import { shareStatus } from '../host/shared-status';
import { make } from '../make';
import { settings } from '../settings';
import { showSimulator } from '../simulator/simulator';
import { button, icon } from './button';
import { openCallTabs } from './call-tabs';
import { omniPanel } from './omni-panel';
import { makeTabs } from './tabs';
import { makeUtilityBar } from './utility-bar';

/** Draws the Lightning service console around the host. */
export function showConsole(omni: Omni): void {
  const placed = keepRepCalls(omni);
  const desk = openDesk(omni, placed, shareStatus());
  const workspace = makeTabs('Workspace', 'workspace');
  const homeBody = make('div', { class: 'record-body' }, make('p', {}, firstWords));
  workspace.open({ id: 'home', title: 'Home', icon: 'home', isFixed: true, body: home(homeBody) });

  const bar = makeUtilityBar();
  bar.add({
    id: 'omni',
    label: 'Omni-Channel',
    icon: 'omni_channel',
    body: omniPanel(omni, desk),
    height: 620
  });
  bar.label('omni', 'Omni-Channel (Offline)');
  bar.open('omni');
  desk.onChange(({ status, book }) => {
    bar.label('omni', `Omni-Channel (${status.statusName})`);
    const isRinging = book.parties.some(({ state }) => state === 'ringing');
    bar.highlight('omni', isRinging);
    if (isRinging) bar.open('omni');
  });
  const app = make(
    'div',
    { class: 'console-app' },
    icon('apps'),
    make('span', { class: 'slds-truncate' }, 'Service Console')
  );
  const components = settings.components as ComponentsConfig | undefined;
  const parts = components && showComponents({ omni, desk, bar, workspace, app, home: homeBody, config: components });
  openCallTabs(omni, workspace, placed, (recordId, place) => void parts?.then((show) => show(recordId, place)));

  const simulator = showSimulator(omni);
  const toggle = button('Simulator', () => show(simulator.hidden !== false), { key: 'simulator', isPressed: true });
  const show = (isShown: boolean): void => {
    simulator.hidden = !isShown;
    toggle.setAttribute('aria-pressed', String(isShown));
  };
  const problems = make('p', { class: 'console-problems', role: 'alert' });
  omni.onProblem((problem) => {
    problems.replaceChildren(make('strong', {}, 'Not as the protocol has it: '), problem);
  });
  document.body.append(
    make(
      'header',
      { class: 'console-header' },
      make(
        'div',
        { class: 'slds-context-bar console-bar' },
        app,
        workspace.bar,
        make('div', { class: 'console-person' }, `${settings.userFullName} `, toggle)
      ),
      problems
    ),
    make('div', { class: 'console-body' }, make('main', { class: 'console-main' }, workspace.element), simulator),
    bar.element
  );
}

const firstWords =
  'A tab opens here for each call. Choose a status in Omni-Channel, then let somebody call in the simulator.';

const home = (body: HTMLElement): HTMLElement =>
  make(
    'article',
    { class: 'record' },
    make('header', { class: 'slds-page-header' }, make('h1', { class: 'slds-page-header__title' }, 'Home')),
    body
  );
