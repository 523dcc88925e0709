import { make } from '../make';
import { button } from '../view/button';
import type { ClickToDial } from './click-to-dial';
import { describedObjects, nameOf, query, readRecord, search } from './org';
import type { AppTab } from './app-tabs';
import type { View } from './pages';
import { drawDetails } from './record-details';

/** Puts the components of the packages onto a record page. */
export type RecordParts = (recordId: string, objectType: string, place: HTMLElement) => void;

/** Puts components of the packages onto a page that is of no record. */
export type PageParts = (components: readonly string[], place: HTMLElement) => void;

/** What views need to show records and pages. */
export type Surroundings = {
  readonly dial: ClickToDial;
  readonly parts: () => RecordParts | undefined;
  readonly components: () => PageParts | undefined;
  /** Of the app. */
  readonly tabs: readonly AppTab[];
  readonly open: (recordId: string) => void;
};

/** A record: its fields, with numbers that can be clicked, and the components of the packages. */
export async function recordView(recordId: string, around: Surroundings): Promise<View> {
  const found = await readRecord(recordId);
  if (!found)
    return {
      ...{ id: `record-${recordId}`, title: 'Page not found', icon: 'warning', kind: 'page' },
      url: `/lightning/r/${recordId}/view`,
      draw: (body) =>
        body.append(make('p', {}, 'Looks like there’s a problem. This record is not there, or is not yours to see.'))
    };
  const { object, values } = found;
  const record = { recordId: String(values['Id']), recordName: nameOf(values), objectType: object.name };
  return {
    id: `record-${record.recordId}`,
    url: `/lightning/r/${object.name}/${record.recordId}/view`,
    title: record.recordName,
    icon: 'record',
    kind: 'record',
    record,
    draw: (body) => {
      const details = make('dl', { class: 'record-details' });
      const parts = make('div', {});
      body.append(details, parts);
      around.parts()?.(record.recordId, object.name, parts);
      void drawDetails(details, record, around);
    }
  };
}

/** The home page: what the packages put there, and records to begin with. */
export const homeView = (around: Surroundings): View => ({
  ...{ id: 'home', url: '/lightning/page/home', title: 'Home', icon: 'home', kind: 'home' },
  draw: (body) => {
    const home = around.tabs.find(({ kind }) => kind === 'home');
    if (home?.kind === 'home') around.components()?.(home.components, body);
    for (const object of ['Contact', 'Case', 'Account']) void drawList(body, object, around);
  }
});

/** The home of an sObject, or one of its lists. */
export async function listView(scope: string, listViewId: string | undefined, around: Surroundings): Promise<View> {
  const object = (await describedObjects()).find(({ name }) => name.toLowerCase() === scope.toLowerCase());
  const name = object?.name ?? scope;
  const filter = listViewId === undefined ? 'Recent' : listViewId;
  return {
    id: `list-${name}-${filter}`,
    url: `/lightning/o/${name}/${listViewId === undefined ? 'home' : `list?filterName=${listViewId}`}`,
    title: object?.labelPlural ?? scope,
    icon: 'list',
    kind: 'list',
    draw: (body) => void drawList(body, name, around)
  };
}

async function drawList(body: HTMLElement, object: string, around: Surroundings): Promise<void> {
  const place = make('section', { 'aria-label': object });
  body.append(place);
  const label = object === 'Case' ? 'CaseNumber' : object === 'Task' ? 'Subject' : 'Name';
  const rows = await query<Readonly<Record<string, unknown>>>(
    `SELECT Id, ${label} FROM ${object} ORDER BY CreatedDate DESC LIMIT 10`
  );
  place.append(make('h2', { class: 'slds-text-heading_small' }, object), links(rows, around));
}

const links = (rows: readonly Readonly<Record<string, unknown>>[], around: Surroundings): HTMLElement =>
  make(
    'ul',
    { class: 'record-links' },
    ...rows.map((row) => {
      const recordId = String(row['Id']);
      return make(
        'li',
        {},
        button(nameOf(row), () => around.open(recordId), { look: 'base', key: `open-${recordId}` })
      );
    })
  );

/** The search page: everything that is found, whatever the softphone layout says. */
export const searchView = (searchString: string, around: Surroundings): View => ({
  id: `search-${searchString}`,
  url: `/lightning/search?searchString=${encodeURIComponent(searchString)}`,
  title: `${searchString} - Search`,
  icon: 'search',
  kind: 'page',
  draw: (body) =>
    void search(
      searchString,
      ['Account', 'Contact', 'Lead', 'Case'].map((object) => ({
        object,
        fields: [object === 'Case' ? 'CaseNumber' : 'Name']
      }))
    ).then((found) => body.append(make('h2', {}, 'Top Results'), links(found.ok ? found.body : [], around)))
});

/** A page of the org that is neither record nor list: by its address, or a flow with what it was given. */
export const otherView = (url: string, title: string, words: string): View => ({
  ...{ id: `page-${url}`, url, title, icon: 'page', kind: 'page' },
  draw: (body) => body.append(make('p', {}, words))
});
