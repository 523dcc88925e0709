import { happened } from '../happenings';
import { page } from '../page-config';
import { wireAdapter } from '../wire-adapter';

const isConsole = page.navigation === undefined ? page.host !== 'home' : page.navigation === 'console';

/** Components in a utility bar or on a record page stand in the console app of the package. */
export const IsConsoleNavigation = wireAdapter<object, boolean | undefined>(undefined, (_config, emit) =>
  emit(isConsole)
);

export const EnclosingTabId = wireAdapter<object, string | undefined>(undefined, (_config, emit) => {
  if (page.host === 'record') emit(firstTab.tabId);
});

type Tab = { readonly tabId: string; readonly recordId?: string; readonly focused: boolean };
type Wanted = { readonly recordId?: string; readonly pageReference?: object; readonly focus?: boolean };

const recordId = page.properties['recordId'];
const firstTab = { tabId: 'ctab0', ...(typeof recordId === 'string' ? { recordId } : {}) };
let tabs: readonly Tab[] = [{ ...firstTab, focused: true }];

/** Notes the tab; the page stays. */
export function openTab(wanted: Wanted): Promise<string> {
  if (!isConsole) return Promise.reject(new Error('An app with standard navigation has no tabs'));
  happened('tab', wanted);
  return Promise.resolve(added(wanted));
}

export function openSubtab(parentTabId: string, wanted: Wanted): Promise<string> {
  if (!tabs.some(({ tabId }) => tabId === parentTabId))
    return Promise.reject(new Error(`There is no tab ${parentTabId}`));
  happened('subtab', { parentTabId, ...wanted });
  return Promise.resolve(added(wanted));
}

export function focusTab(tabId: string): Promise<boolean> {
  happened('tab focused', tabId);
  tabs = tabs.map((tab) => ({ ...tab, focused: tab.tabId === tabId }));
  return Promise.resolve(true);
}

export function closeTab(tabId: string): Promise<boolean> {
  happened('tab closed', tabId);
  tabs = tabs.filter((tab) => tab.tabId !== tabId);
  return Promise.resolve(true);
}

export function getFocusedTabInfo(): Promise<Tab> {
  const found = tabs.find(({ focused }) => focused);
  return found ? Promise.resolve(found) : Promise.reject(new Error('No tab is focused'));
}

export const getAllTabInfo = (): Promise<readonly Tab[]> => Promise.resolve(tabs);

function added({ recordId: wantedRecord, focus = false }: Wanted): string {
  const tabId = `ctab${tabs.length}`;
  const others = focus ? tabs.map((tab) => ({ ...tab, focused: false })) : tabs;
  tabs = [...others, { tabId, focused: focus, ...(wantedRecord === undefined ? {} : { recordId: wantedRecord }) }];
  return tabId;
}
