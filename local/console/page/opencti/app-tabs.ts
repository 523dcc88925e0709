import type { MenuItem } from '../view/app-menu';
import { describedObjects } from './org';
import type { View } from './pages';
import { homeView, listView, type Surroundings } from './views';

/** A tab of the app; see server/open-cti/app-tabs.ts. */
export type AppTab =
  | { readonly kind: 'home'; readonly components: readonly string[] }
  | { readonly kind: 'object'; readonly object: string }
  | { readonly kind: 'page'; readonly name: string; readonly label: string; readonly components: readonly string[] };

/** Everything that the app has a tab for and the org has, to be opened from its menu. */
export async function appMenuItems(around: Surroundings, open: (view: View) => void): Promise<readonly MenuItem[]> {
  const objects = await describedObjects();
  return around.tabs.flatMap((tab): readonly MenuItem[] => {
    if (tab.kind === 'home') return [{ label: 'Home', icon: 'home', open: () => open(homeView(around)) }];
    if (tab.kind === 'page') return [{ label: tab.label, icon: 'page', open: () => open(appPageView(tab, around)) }];
    const object = objects.find(({ name }) => name.toLowerCase() === tab.object.toLowerCase());
    if (!object) return [];
    const show = async (): Promise<void> => open(await listView(object.name, undefined, around));
    return [{ label: object.labelPlural, icon: 'list', open: () => void show() }];
  });
}

/** The app page at an address of a custom tab; undefined for other addresses. */
export function appPageAt(url: string, around: Surroundings): View | undefined {
  const name = /^\/lightning\/n\/(?:[a-z]\w*?__)?(\w+)/i.exec(url)?.[1];
  const tab = around.tabs.find((each) => each.kind === 'page' && each.name === name);
  return tab?.kind === 'page' ? appPageView(tab, around) : undefined;
}

const appPageView = (
  { name, label, components }: Extract<AppTab, { readonly kind: 'page' }>,
  around: Surroundings
): View => ({
  ...{ id: `app-page-${name}`, url: `/lightning/n/${name}`, title: label, icon: 'page', kind: 'page' },
  draw: (body) => around.components()?.(components, body)
});
