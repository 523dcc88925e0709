import type { WireContact } from '../../protocol/call-shape';
import { isReady } from '../../protocol/host-state';
import { customerOf } from '../../protocol/parties';
import type { Desk } from '../host/desk';
import type { Omni } from '../host/omni';
import { note } from '../host/transcript';
import { make } from '../make';
import { orgPlace } from '../settings';
import { appMenu, type MenuItem } from '../view/app-menu';
import type { Tabs } from '../view/tabs';
import type { UtilityBar } from '../view/utility-bar';
import type * as ComponentHost from './component-host';
import { clickedNumber, type ClickedNumber } from './clicked-number';
import { componentFailed } from './component-failed';
import { goneTo, type GoneTo } from './gone-to';

/** What the server says of the components of the packages; see server/components-bundle.ts. */
export type ComponentsConfig = {
  readonly host: string;
  readonly modules: Readonly<Record<string, string>>;
  readonly utilities: readonly { readonly name: string; readonly label: string; readonly icon: string }[];
  readonly record: readonly string[];
  readonly voiceCall: readonly string[];
  readonly pages: readonly AppPage[];
  readonly bridge?: string;
};

/** A page of the app with components of the packages. */
export type AppPage =
  | { readonly kind: 'home'; readonly components: readonly string[] }
  | { readonly kind: 'page'; readonly name: string; readonly label: string; readonly components: readonly string[] };

/** The only component of the packages that opens its own panel. */
const opener = 'callLog';

/** The key prefix of VoiceCall (Salesforce, standard object key prefixes). */
const voiceCallPrefix = '0LQ';

/** Shows components of a record in a place. */
export type RecordParts = (recordId: string, place: HTMLElement) => void;

/**
 * Puts the components of the packages into the utility bar and onto record pages, and the bridge between them and the connector:
 * what the connector publishes as MESSAGE goes to `publishMessage`, what the bridge hands to `handleMessage` goes to the connector.
 * Gives back what shows those of a record.
 */
export async function showComponents(options: {
  readonly omni: Omni;
  readonly desk: Desk;
  readonly bar: UtilityBar;
  readonly workspace: Tabs;
  /** Where the app's name is, and where its home page has room. */
  readonly app: HTMLElement;
  readonly home: HTMLElement;
  readonly config: ComponentsConfig;
}): Promise<RecordParts> {
  const { omni, desk, bar, workspace, app, home, config } = options;
  const { mount, watchComponents, letNumbersBeClicked } = (await import(config.host)) as typeof ComponentHost;
  const put = (
    name: string,
    place: Element,
    properties: Readonly<Record<string, unknown>> = {}
  ): Promise<ComponentHost.Mounted> =>
    mount(name, () => import(config.modules[name] ?? '') as Promise<unknown>, place, properties);
  const parts: RecordParts = (recordId, place) => {
    const names = recordId.startsWith(voiceCallPrefix) ? config.voiceCall : config.record;
    for (const name of names) void put(name, place, { recordId }).catch(componentFailed(name));
  };
  const show = (components: readonly string[], place: HTMLElement): void => {
    for (const name of components) void put(name, place).catch(componentFailed(name));
  };
  app.append(appMenu(config.pages.map((page) => pageItem(page, workspace, show))));
  for (const page of config.pages) if (page.kind === 'home') show(page.components, home);
  watchComponents((what, details) => {
    if (what !== 'utility') note({ direction: 'host', name: `component: ${what}`, payload: details });
    const opened = what === 'utility opened' ? (details as { readonly label?: string } | undefined) : undefined;
    if (opened?.label === 'Omni-Channel') bar.open('omni');
    // A panel that opens itself would close Omni-Channel under the rep's hand; its button says that there is something.
    else if (opened) bar.highlight(opener, true);
    const place = goneTo(what, details);
    if (place?.kind === 'record') void openRecord(workspace, place.recordId, parts);
    else if (place) openForm(workspace, place);
    const clicked = clickedNumber(what, details);
    if (clicked) desk.dial(contactOf(clicked));
  });
  const showNumbers = (): void => letNumbersBeClicked(isReady(omni.host()) && !customerOf(desk.now().book));
  omni.onChange(showNumbers);
  desk.onChange(showNumbers);
  showNumbers();
  if (config.bridge !== undefined) {
    const hidden = make('div', { hidden: true });
    document.body.append(hidden);
    const bridge = await put(config.bridge, hidden, {
      // The guide: the connector receives messages only after it is fully initialized.
      handleMessage: (message: unknown) =>
        isReady(omni.host())
          ? omni.send({ type: 'MESSAGE', message: structuredClone(message) })
          : note({ direction: 'host', name: 'MESSAGE before the connector is ready', payload: message })
    });
    omni.onMessage((message) => {
      const publish = bridge['publishMessage'];
      if (message.type === 'event' && message.event === 'MESSAGE' && typeof publish === 'function')
        publish.call(bridge, message.payload);
    });
  }
  for (const { name, label, icon } of config.utilities) {
    const body = make('div', {});
    bar.add({ id: name, label, icon, body });
    await put(name, body).catch(componentFailed(name));
  }
  return parts;
}

/** A page of the app in the menu of it; its components are put there when it is opened. */
const pageItem = (
  page: AppPage,
  workspace: Tabs,
  show: (components: readonly string[], place: HTMLElement) => void
): MenuItem =>
  page.kind === 'home'
    ? { label: 'Home', icon: 'home', open: () => workspace.focus('home') }
    : {
        label: page.label,
        icon: 'page',
        open: () => {
          const id = `app-page-${page.name}`;
          if (workspace.has(id)) return workspace.focus(id);
          const body = make('div', { class: 'record-body' });
          workspace.open({ id, title: page.label, icon: 'page', body: article(page.label, body) });
          show(page.components, body);
        }
      };

/** Whom the connector is to dial for a number that was clicked. */
const contactOf = ({ number, recordId }: ClickedNumber): WireContact => ({
  phoneNumber: number,
  type: 'PhoneNumber',
  ...(recordId === undefined ? {} : { id: recordId, recordId })
});

/** A tab for a record, with its name and the components of the packages on it. */
async function openRecord(workspace: Tabs, recordId: string, parts: RecordParts): Promise<void> {
  const id = `record-${recordId}`;
  if (workspace.has(id)) return workspace.focus(id);
  const title = await nameOf(recordId);
  const body = make('div', { class: 'record-body' });
  workspace.open({ id, title, icon: 'record', body: article(title, body) });
  parts(recordId, body);
}

/** A tab for what is no record yet: the form of a new one with its first values, or a search. */
function openForm(workspace: Tabs, place: Exclude<GoneTo, { readonly kind: 'record' }>): void {
  const [title, values] =
    place.kind === 'search' ? [`${place.term} - Search`, {}] : [`New ${place.object}`, place.values];
  const fields = Object.entries(values).flatMap(([name, value]) => [
    make('dt', {}, name),
    make('dd', { 'data-field': name }, value)
  ]);
  workspace.open({
    id: `page-${title}`,
    title,
    icon: place.kind === 'search' ? 'search' : 'record',
    body: article(title, make('dl', { class: 'record-details' }, ...fields))
  });
}

const article = (title: string, body: HTMLElement): HTMLElement =>
  make(
    'article',
    { class: 'record', 'aria-label': title },
    make('header', { class: 'slds-page-header' }, make('h1', { class: 'slds-page-header__title' }, title)),
    body
  );

/** What the org calls a record; its id when the org does not say. */
async function nameOf(recordId: string): Promise<string> {
  const object = { '003': 'Contact', '001': 'Account', '00Q': 'Lead', '500': 'Case' }[recordId.slice(0, 3)];
  if (object === undefined) return recordId;
  const label = object === 'Case' ? 'CaseNumber' : 'Name';
  const soql = `SELECT ${label} FROM ${object} WHERE Id = '${recordId}'`;
  const response = await fetch(`${orgPlace()}/services/data/v66.0/query?q=${encodeURIComponent(soql)}`);
  if (!response.ok) return recordId;
  const { records } = (await response.json()) as { readonly records: readonly Readonly<Record<string, string>>[] };
  return records[0]?.[label] ?? recordId;
}
