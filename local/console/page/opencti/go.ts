import { recordIn } from '../../opencti/record-address';
import type { ScreenPop } from '../../opencti/screen-pop';
import { appPageAt } from './app-tabs';
import { newRecord } from './new-record';
import type { Pages } from './pages';
import { listView, otherView, recordView, searchView, type Surroundings } from './views';

type Values = Readonly<Record<string, unknown>>;

/** Goes where a screen pop says. */
export async function go(pop: ScreenPop, pages: Pages, around: Surroundings, defaults: Values = {}): Promise<void> {
  switch (pop.type) {
    case 'sobject':
      return pages.open(await recordView(pop.params.recordId, around));
    case 'url': {
      const { url } = pop.params;
      const recordId = recordIn(url);
      return pages.open(
        recordId === undefined
          ? (appPageAt(url, around) ?? otherView(url, url, 'A page of the org that this console does not have.'))
          : await recordView(recordId, around)
      );
    }
    case 'objecthome':
      return pages.open(await listView(pop.params.scope, undefined, around));
    case 'list':
      return pages.open(await listView(pop.params.scope ?? 'Contact', pop.params.listViewId, around));
    case 'search':
      return pages.open(searchView(pop.params.searchString, around));
    case 'newRecord': {
      const { entityName, defaultFieldValues } = pop.params;
      return newRecord(entityName, { ...defaults, ...defaultFieldValues }, around.open);
    }
    case 'flow': {
      const { flowDevName, flowArgs = [] } = pop.params;
      const words = flowArgs.map(({ name, value }) => `${name}: ${String(value)}`).join(', ');
      return pages.open(otherView(`/flow/${flowDevName}`, `Flow ${flowDevName}`, words));
    }
  }
}
