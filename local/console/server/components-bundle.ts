import { appBundle, type App } from '../../lightning/build/app-bundle';
import { loadCompilers } from '../../lightning/build/development-packages';
import { bundleModule } from '../../lightning/project';
import { i18nOf, wordsOf } from '../../lightning/server/languages';
import type { State } from '../../lightning/states/state';
import type { Navigation } from '../opencti/adapter-address';
import { appTabs, type AppTab } from './open-cti/app-tabs';
import { pageComponents, recordComponents, type PageComponents } from './open-cti/page-components';

/** Components of the packages that the console shows: in the utility bar, on record pages, and the bridge without a face. */
export const shownComponents = {
  utilities: [
    { name: 'telephonySession', label: 'Phone', icon: 'call' },
    { name: 'callLog', label: 'Call Log', icon: 'log_a_call' },
    { name: 'screenPops', label: 'Screen Pop', icon: 'new_window' },
    { name: 'queueStatus', label: 'Queues', icon: 'people' },
    { name: 'agentMonitor', label: 'Monitor', icon: 'preview' }
  ],
  record: ['callHistory'],
  bridge: 'voiceBridge'
} as const;

/** What the page has to know to show components. */
export type ComponentsConfig = {
  readonly host: string;
  readonly modules: Readonly<Record<string, string>>;
  readonly utilities: readonly { readonly name: string; readonly label: string; readonly icon: string }[];
  readonly record: readonly string[];
  /** On the page of a VoiceCall. */
  readonly voiceCall: readonly string[];
  /** Tabs of the app with components of the packages; those of objects are not drawn. */
  readonly pages: readonly AppTab[];
  /** Absent when the packages have no bridge. */
  readonly bridge?: string;
};

/** What the runtime reads of its page: all of it, since a part that is missing fails only when a component asks for it. */
export type RuntimePage = Required<
  Pick<State, 'properties' | 'phone' | 'utilities' | 'apex' | 'actions' | 'until' | 'now'>
> &
  Readonly<Record<'component' | 'title' | 'host' | 'org' | 'module', string>> & {
    readonly values: Readonly<Record<string, string | boolean>>;
    readonly labels: Readonly<Record<string, string>>;
    readonly navigation?: Navigation;
  };

/** The components, compiled by the local Lightning runtime together with the console's host for them. */
export type Components = {
  readonly app: App;
  readonly config: ComponentsConfig;
  /** What stands in the app of Open CTI. */
  readonly openCti: OpenCtiComponents;
  /** What the runtime reads as the configuration of its page; `openCti` says how the app of Open CTI navigates. */
  readonly pageConfig: (userId: string, openCti?: Navigation) => RuntimePage;
};

/** What the page of Open CTI has to know to show components. */
export type OpenCtiComponents = Pick<ComponentsConfig, 'host' | 'modules'> & PageComponents;

/** The console mounts many components, where the runtime's own page shows one of them. */
const start = { name: 'console-host', file: 'local/console/page/components/component-host.ts' };

/** Compiles them; what the platform would refuse ends it with the file that is to blame. */
export async function componentsBundle(root: string): Promise<Components> {
  const { utilities, record, bridge } = shownComponents;
  const hasBridge = exists(root, bridge);
  const openCti = pageComponents(root);
  const voiceCall = hasBridge ? recordComponents(root, 'RingdownVoiceCallRecord') : [];
  const pages = hasBridge ? appTabs(root, 'RingdownVoiceConsole').filter(({ kind }) => kind !== 'object') : [];
  const names = [
    ...new Set([
      ...[...utilities, ...openCti.utilities].map(({ name }) => name),
      ...[record, voiceCall, ...Object.values(openCti.record), ...[...openCti.tabs, ...pages].map(componentsOf)].flat(),
      ...(hasBridge ? [bridge] : [])
    ])
  ];
  const app = await appBundle(root, loadCompilers(root), names, start);
  const place = `/app-${app.hash}`;
  const modules = Object.fromEntries(names.map((name) => [name, `${place}/c/${name}.js`]));
  const host = `${place}/${start.name}.js`;
  return {
    app,
    config: { host, modules, utilities, record, voiceCall, pages, ...(hasBridge ? { bridge } : {}) },
    openCti: { host, modules, ...openCti },
    pageConfig: (userId, navigation) => {
      const page = runtimePage(userId, wordsOf(app.labels, 'en'));
      return navigation === undefined ? page : { ...page, navigation, utilities: [openCti.softphone.label] };
    }
  };
}

/** The page of the console, as the runtime of its components sees it. */
export function runtimePage(userId: string, labels: Readonly<Record<string, string>>): RuntimePage {
  return {
    ...{ component: '', title: 'Service Console', host: 'utility', org: '/org', module: '' },
    ...{ properties: {}, phone: [], apex: {}, actions: [], until: [], now: new Date().toISOString() },
    // What Omni-Channel is called in the bar; the components find the phone by it.
    utilities: ['Omni-Channel'],
    values: { ...i18nOf('en'), 'user/Id': userId },
    labels
  };
}

const componentsOf = (tab: AppTab): readonly string[] => (tab.kind === 'object' ? [] : tab.components);

function exists(root: string, name: string): boolean {
  try {
    return bundleModule(root, name) !== '';
  } catch {
    return false;
  }
}
