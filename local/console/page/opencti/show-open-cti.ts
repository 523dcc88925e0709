import { callCenterSettings, softphoneFrame, type CallCenter } from '../../opencti/call-center-settings';
import { failed, succeeded } from '../../opencti/wire';
import { genericError } from '../../opencti/api-errors';
import { usualLayout, type SoftphoneLayout } from '../../opencti/softphone-layout';
import type { ScreenPop } from '../../opencti/screen-pop';
import type { GoneTo } from '../components/gone-to';
import { note } from '../host/transcript';
import { make } from '../make';
import { orgPlace, settings } from '../settings';
import { icon } from '../view/button';
import { appMenu } from '../view/app-menu';
import { makeUtilityBar } from '../view/utility-bar';
import { appMenuItems } from './app-tabs';
import { makeClickToDial } from './click-to-dial';
import { go } from './go';
import { openHost } from './host';
import { openOmniChannel } from './open-omni-channel';
import { showOmniChannel } from './omni-panel';
import { openChannels } from './message-methods';
import { makePages } from './pages';
import { panelMethods } from './panel-methods';
import { popMethods } from './pop-methods';
import { recordMethods } from './record-methods';
import { showComponents, type OpenCtiComponents, type ShownComponents } from './show-components';
import { showSimulator } from './simulator';
import { openSoftphone, type Softphone } from './softphone';
import { viewMethods, watchNavigation } from './view-methods';
import { homeView, type Surroundings } from './views';
import { offerOmniChannel, offerOpenCti } from './window-open-cti';
import { openSalesEngagement } from './work-methods';

/** Draws the app of Open CTI: its pages, its utility bar with the softphone, and the components of the base package. */
export async function showOpenCti(query: URLSearchParams): Promise<void> {
  const navigation = query.get('navigation') === 'standard' ? 'standard' : 'console';
  const config = appOf(query, (settings as { readonly openCti?: OpenCtiComponents }).openCti);
  const pages = makePages(navigation);
  const bar = makeUtilityBar();
  let layout: SoftphoneLayout = usualLayout;
  let softphone: Softphone | undefined;
  let components: ShownComponents | undefined;
  const org: { callCenter?: CallCenter } = {};

  const dial = makeClickToDial((click) => host.tell('onClickToDial', click));
  const around: Surroundings = {
    dial,
    parts: () => components?.parts,
    components: () => components?.page,
    tabs: config?.tabs ?? [],
    open: (recordId) => void go({ type: 'sobject', params: { recordId } }, pages, around)
  };
  const work = openSalesEngagement((payload) => host.tell('hvs.onWorkStart', payload));
  let shown: Promise<unknown> = Promise.resolve();
  const channels = openChannels(
    async () => {
      await shown;
      return components?.line;
    },
    config?.channels ?? [],
    (subscription, message) => host.tellSubscriber(subscription, message)
  );
  const phone = (): Softphone => {
    if (!softphone) throw new Error('There is no softphone');
    return softphone;
  };
  const host = openHost(() => softphone, {
    ...panelMethods(phone, dial),
    ...popMethods(
      () => layout,
      (pop, defaults) => go(pop, pages, around, defaults)
    ),
    ...recordMethods,
    ...viewMethods(pages),
    ...channels.methods,
    ...work.methods,
    getCallCenterSettings: () =>
      org.callCenter ? succeeded(callCenterSettings(org.callCenter)) : failed(genericError())
  });
  watchNavigation(pages, navigation, (payload) => host.tell('onNavigationChange', payload));
  host.onNewPage(() => {
    channels.forget();
    dial.enable(false);
  });
  host.onCall(({ method, args, response }) =>
    note({ direction: 'from-connector', name: method, payload: { args, response } })
  );
  offerOpenCti({ host, dial, pages, work, softphone: () => softphone, layout: (next) => void (layout = next) });

  const problems = make('p', { class: 'console-problems', role: 'alert' });
  host.onProblem((problem) => problems.replaceChildren(make('strong', {}, 'Not as Open CTI has it: '), problem));
  const app = make('div', { class: 'console-app' }, icon('apps'), make('span', { class: 'slds-truncate' }, 'Ringdown'));
  document.body.append(
    make(
      'header',
      { class: 'console-header' },
      make(
        'div',
        { class: 'slds-context-bar console-bar' },
        app,
        ...(pages.bar ? [pages.bar] : []),
        make('div', { class: 'console-person' }, settings.userFullName)
      ),
      problems
    ),
    make(
      'div',
      { class: 'console-body' },
      make('main', { class: 'console-main' }, pages.element),
      ...(settings.hasPhone === true ? [showSimulator()] : [])
    ),
    bar.element
  );
  pages.open(homeView(around));
  void appMenuItems(around, pages.open).then((items) => app.append(appMenu(items)));
  const begun = query.get('open');
  if (begun !== null) await go({ type: 'url', params: { url: begun } }, pages, around);

  const callCenter = await readCallCenter();
  if (callCenter) org.callCenter = callCenter;
  const adapter = query.get('adapter');
  const described = callCenter ? softphoneFrame(callCenterSettings(callCenter)) : undefined;
  const frame = adapter === null ? described : { ...(described ?? noCallCenter), adapterUrl: adapter };
  const { label, icon: drawing } = config?.softphone ?? { label: 'Phone', icon: 'call' };
  if (frame && (frame.isForLightning || adapter !== null))
    softphone = openSoftphone({ bar, settings: frame, navigation, label, icon: drawing });
  else
    bar.add({
      id: 'softphone',
      label,
      icon: drawing,
      body: make('p', {}, 'You have no call center for Lightning Experience.')
    });
  bar.open('softphone');
  // An administrator adds Omni-Channel to the app; `omni=none` is an app without it.
  const omniDesk = query.get('omni') === 'none' ? undefined : await openOmniChannel();
  if (omniDesk) bar.add({ id: 'omni', label: 'Omni-Channel', icon: 'omni_channel', body: showOmniChannel(omniDesk) });
  offerOmniChannel(omniDesk);
  if (config)
    shown = showComponents({
      ...{ bar, config, dial, openSoftphone: () => bar.open('softphone') },
      ...(omniDesk ? { omniChannel: omniDesk } : {}),
      open: (place) => void go(popTo(place), pages, around)
    }).then((made) => {
      components = made;
      pages.refresh();
    });
  await shown;
}

/** `components=none` is an app of the administrator's own: the softphone is in its bar, and nothing of the base package. */
const appOf = (query: URLSearchParams, config: OpenCtiComponents | undefined): OpenCtiComponents | undefined =>
  config && query.get('components') === 'none' ? { ...config, utilities: [], record: {}, tabs: [] } : config;

const popTo = (place: GoneTo): ScreenPop => {
  switch (place.kind) {
    case 'record':
      return { type: 'sobject', params: { recordId: place.recordId } };
    case 'new-record':
      return { type: 'newRecord', params: { entityName: place.object, defaultFieldValues: place.values } };
    case 'search':
      return { type: 'search', params: { searchString: place.term } };
  }
};

/** What Salesforce would show of a call center with nothing in it. */
const noCallCenter = { adapterUrl: '', height: 560, width: 360, isForLightning: true };

async function readCallCenter(): Promise<CallCenter | undefined> {
  const response = await fetch(`${orgPlace()}/call-center`);
  return response.ok ? (((await response.json()) as CallCenter | undefined) ?? undefined) : undefined;
}
