import { onHappening } from './happenings';
import { make } from './make';
import { type PageConfig } from './page-config';
import { changeUtility, pressUtility, watchUtility } from './utility';
import { showToasts } from './toasts';

/** Builds the surroundings of the component and gives the place that it goes into. */
export function hostOf({ host, title, utilities }: PageConfig): Element {
  showToasts();
  showHappenings();
  const root = document.body;
  // A page of Lightning Experience has its own heading above; the component begins below it.
  const heading = make('h1', { class: 'slds-assistive-text' }, title);
  if (host === 'utility') return utilityBar(root, title, utilities, heading);
  const region = make('main', {
    class: host === 'home' ? 'page-region page-region_home' : 'page-region',
    'aria-label': title
  });
  region.append(heading);
  root.append(region);
  return region;
}

/** The utility bar of a console app with one open panel, after the blueprint of SLDS; its other utilities stay closed. */
function utilityBar(root: Element, title: string, others: readonly string[], pageHeading: Element): Element {
  changeUtility({ label: title, panelLabel: title });
  const heading = make('h2', { class: 'slds-utility-panel__header-title', id: 'panel-heading' });
  const body = make('div', { class: 'slds-utility-panel__body' });
  const minimise = make(
    'button',
    { class: 'slds-button slds-button_icon page-minimise', type: 'button', title: 'Minimize' },
    '–'
  );
  minimise.setAttribute('aria-label', 'Minimize');
  minimise.addEventListener('click', pressUtility);
  const panel = make(
    'div',
    { class: 'slds-utility-panel', role: 'dialog', 'aria-labelledby': 'panel-heading' },
    make(
      'div',
      { class: 'slds-utility-panel__header slds-grid slds-shrink-none page-panel-header' },
      heading,
      minimise
    ),
    body
  );
  const { item, button, label } = barItem(title);
  button.addEventListener('click', pressUtility);
  const bar = make('footer', { class: 'slds-utility-bar_container', 'aria-label': 'Utility Bar' });
  bar.append(make('ul', { class: 'slds-utility-bar' }, item, ...others.map((each) => barItem(each).item)), panel);
  root.append(make('main', { class: 'page-behind', 'aria-label': 'Page' }, pageHeading), bar);
  watchUtility(({ open, label: words, panelLabel, highlighted, width, height }) => {
    heading.textContent = panelLabel;
    label.textContent = words;
    button.setAttribute('aria-pressed', String(open));
    button.classList.toggle('slds-is-active', open);
    panel.classList.toggle('slds-is-open', open);
    panel.toggleAttribute('inert', !open);
    item.classList.toggle('slds-has-notification', highlighted);
    Object.assign(panel.style, { width: `${width}px`, height: `${height}px` });
  });
  return body;
}

function barItem(words: string): { readonly item: Element; readonly button: Element; readonly label: Element } {
  const label = make('span', { class: 'slds-utility-bar__text' }, words);
  const button = make('button', { class: 'slds-button slds-utility-bar__action', type: 'button' }, label);
  return { item: make('li', { class: 'slds-utility-bar__item' }, button), button, label };
}

/** What the component did to the page around it, for a person who tries it out. */
function showHappenings(): void {
  if (!new URLSearchParams(location.search).has('happenings')) return;
  const list = make('ol', { class: 'page-happenings', 'aria-label': 'What the component did' });
  document.body.append(list);
  onHappening(({ what, details }) => list.append(make('li', {}, `${what} ${JSON.stringify(details)}`)));
}
