import type { WireCall } from '../../protocol/call-shape';
import { isReady } from '../../protocol/host-state';
import type { Omni } from '../host/omni';
import { note } from '../host/transcript';
import { make } from '../make';
import type { Tabs } from '../view/tabs';
import type { UtilityBar } from '../view/utility-bar';
import type * as ComponentHost from './component-host';

/** What the server says of the components of the packages; see server/components-bundle.ts. */
export type ComponentsConfig = {
  readonly host: string;
  readonly modules: Readonly<Record<string, string>>;
  readonly utilities: readonly { readonly name: string; readonly label: string; readonly icon: string }[];
  readonly record: readonly string[];
  readonly bridge?: string;
};

/** The only component of the packages that opens its own panel. */
const opener = 'callLog';

/** Shows components of a record in a place; nothing when the page has none. */
export type RecordParts = (recordId: string, place: HTMLElement) => void;

/**
 * Puts the components of the packages into the utility bar and onto record pages, and the bridge between them and the connector:
 * what the connector publishes as MESSAGE goes to `publishMessage`, what the bridge hands to `handleMessage` goes to the connector.
 */
export async function showComponents(options: {
  readonly omni: Omni;
  readonly bar: UtilityBar;
  readonly workspace: Tabs;
  readonly config: ComponentsConfig;
}): Promise<RecordParts> {
  const { omni, bar, workspace, config } = options;
  const { mount, watchComponents } = (await import(config.host)) as typeof ComponentHost;
  const put = (
    name: string,
    place: Element,
    properties: Readonly<Record<string, unknown>> = {}
  ): Promise<ComponentHost.Mounted> =>
    mount(name, () => import(config.modules[name] ?? '') as Promise<unknown>, place, properties);
  const parts: RecordParts = (recordId, place) => {
    for (const name of config.record) void put(name, place, { recordId }).catch(complain(name));
  };
  watchComponents((what, details) => {
    if (what !== 'utility') note({ direction: 'host', name: `component: ${what}`, payload: details });
    const opened = what === 'utility opened' ? (details as { readonly label?: string } | undefined) : undefined;
    if (opened?.label === 'Omni-Channel') bar.open('omni');
    // A panel that opens itself would close Omni-Channel under the rep's hand; its button says that there is something.
    else if (opened) bar.highlight(opener, true);
    const recordId = recordOf(what, details);
    if (recordId !== undefined) openRecord(workspace, recordId, recordId, parts);
  });
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
    await put(name, body).catch(complain(name));
  }
  return parts;
}

/** A tab for a record, with the components of the packages on it. */
export function openRecord(workspace: Tabs, recordId: string, title: string, parts: RecordParts): void {
  const body = make('div', { class: 'record-body' });
  const isNew = !workspace.has(`record-${recordId}`);
  workspace.open({
    id: `record-${recordId}`,
    title,
    icon: 'record',
    body: make(
      'article',
      { class: 'record', 'aria-label': title },
      make('header', { class: 'slds-page-header' }, make('h1', { class: 'slds-page-header__title' }, title)),
      body
    )
  });
  if (isNew) parts(recordId, body);
}

/** The records of a caller in the org: the contacts that have exactly this number. */
export async function recordsOf({
  phoneNumber,
  contact
}: WireCall): Promise<readonly { readonly id: string; readonly name: string }[]> {
  if (contact?.recordId) return [{ id: contact.recordId, name: contact.name ?? contact.recordId }];
  const number = (phoneNumber ?? '').replace(/[^\d+]/g, '');
  if (number === '') return [];
  const query = `SELECT Id, Name FROM Contact WHERE Phone = '${number}' OR MobilePhone = '${number}' LIMIT 5`;
  const response = await fetch(`/org/services/data/v66.0/query?q=${encodeURIComponent(query)}`);
  if (!response.ok) return [];
  const { records = [] } = (await response.json()) as { readonly records?: readonly { Id: string; Name: string }[] };
  return records.map(({ Id, Name }) => ({ id: Id, name: Name }));
}

function recordOf(what: string, details: unknown): string | undefined {
  const { recordId, attributes } = (details ?? {}) as {
    readonly recordId?: unknown;
    readonly attributes?: { readonly recordId?: unknown };
  };
  const wanted =
    what === 'navigated' ? attributes?.recordId : what === 'tab' || what === 'subtab' ? recordId : undefined;
  return typeof wanted === 'string' ? wanted : undefined;
}

const complain =
  (name: string) =>
  (error: unknown): void =>
    note({
      direction: 'host',
      name: `component ${name}`,
      payload: null,
      problem: error instanceof Error ? error.message : String(error)
    });
