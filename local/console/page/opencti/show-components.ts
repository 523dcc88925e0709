import type { OmniChannel } from '../../../lightning/page/aura/omni-toolkit';
import type * as ComponentHost from '../components/component-host';
import { clickedNumber, type ClickedNumber } from '../components/clicked-number';
import { componentFailed } from '../components/component-failed';
import { goneTo, type GoneTo } from '../components/gone-to';
import { note } from '../host/transcript';
import { make } from '../make';
import type { UtilityBar } from '../view/utility-bar';
import { nameOf, readRecord } from './org';
import type { Click, ClickToDial } from './click-to-dial';
import type { AppTab } from './app-tabs';
import type { PageParts, RecordParts } from './views';

/** What the server says of the components of the base package; see server/open-cti/page-components.ts. */
export type OpenCtiComponents = {
  readonly host: string;
  readonly modules: Readonly<Record<string, string>>;
  readonly utilities: readonly {
    readonly name: string;
    readonly label: string;
    readonly icon: string;
    readonly isAura: boolean;
  }[];
  readonly record: Readonly<Record<string, readonly string[]>>;
  readonly tabs: readonly AppTab[];
  readonly softphone: { readonly label: string; readonly icon: string };
  readonly channels: readonly string[];
};

/** The components in the page. */
export type ShownComponents = {
  readonly parts: RecordParts;
  readonly page: PageParts;
  readonly line: ComponentHost.MessageLine;
};

/** Puts the components into the utility bar and onto record pages, and goes where they go. */
export async function showComponents(options: {
  readonly bar: UtilityBar;
  readonly config: OpenCtiComponents;
  readonly openSoftphone: () => void;
  /** Absent in an app without Omni-Channel. */
  readonly omniChannel?: OmniChannel;
  readonly open: (place: GoneTo) => void;
  readonly dial: ClickToDial;
}): Promise<ShownComponents> {
  const { bar, config, openSoftphone, omniChannel, open, dial } = options;
  const { mount, putAura, watchComponents, openMessageLine, letNumbersBeClicked } = (await import(
    config.host
  )) as typeof ComponentHost;
  const line = openMessageLine();
  dial.watch(letNumbersBeClicked);
  const load = (name: string) => () => import(config.modules[name] ?? '') as Promise<unknown>;
  const put = (name: string, place: Element, properties: Readonly<Record<string, unknown>> = {}): Promise<unknown> =>
    mount(name, load(name), place, properties).catch(componentFailed(name));
  watchComponents((what, details) => {
    if (what !== 'utility') note({ direction: 'host', name: `component: ${what}`, payload: details });
    const opened = what === 'utility opened' ? (details as { readonly label?: string } | undefined) : undefined;
    if (opened?.label === config.softphone.label) openSoftphone();
    // Another panel that opens itself would close the softphone under the rep's hand; its button says that there is something.
    if (what === 'utility changed') showButton(bar, config, details as ButtonChange);
    const place = goneTo(what, details);
    if (place) open(place);
    const clicked = clickedNumber(what, details);
    if (clicked) void ofRecord(clicked).then(dial.click);
  });
  for (const { name, label, icon, isAura } of config.utilities) {
    const body = make('div', {});
    bar.add({ id: name, label, icon, body });
    if (isAura)
      await putAura(load(name), body, { ...(omniChannel ? { omniChannel } : {}), failed: componentFailed(name) }).catch(
        componentFailed(name)
      );
    else await put(name, body);
  }
  return {
    line,
    parts: (recordId, objectType, place) => {
      for (const name of config.record[objectType] ?? []) void put(name, place, { recordId });
    },
    page: (names, place) => {
      for (const name of names) void put(name, place);
    }
  };
}

type ButtonChange = { readonly label?: string; readonly highlighted?: boolean };

/** What a component says on its button. In this page all stand in one utility of the runtime; the label tells whose it is. */
function showButton(bar: UtilityBar, { utilities }: OpenCtiComponents, { label, highlighted }: ButtonChange): void {
  const of = utilities.find((utility) => label === utility.label || label?.startsWith(`${utility.label} (`));
  if (of === undefined || label === undefined) return;
  bar.label(of.name, label);
  if (highlighted !== undefined) bar.highlight(of.name, highlighted);
}

/** The click as the adapter hears of it: Salesforce adds the name and the object of the record. */
async function ofRecord({ number, recordId = '', params }: ClickedNumber): Promise<Click> {
  const record = recordId === '' ? undefined : await readRecord(recordId);
  return {
    ...{ number, recordId },
    ...{ recordName: record ? nameOf(record.values) : '', objectType: record?.object.name ?? '' },
    ...(params === undefined ? {} : { params })
  };
}
