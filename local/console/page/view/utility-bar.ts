import { make } from '../make';
import { button, icon, iconAddress } from './button';

/** A utility of the bar at the bottom. */
export type Utility = {
  readonly id: string;
  readonly label: string;
  readonly icon: string;
  readonly body: HTMLElement;
  readonly width?: number;
  readonly height?: number;
};

/** The utility bar of the console app. */
export type UtilityBar = {
  readonly element: HTMLElement;
  readonly add: (utility: Utility) => void;
  readonly open: (id: string) => void;
  readonly minimise: (id: string) => void;
  readonly label: (id: string, label: string) => void;
  readonly highlight: (id: string, isHighlighted: boolean) => void;
  readonly isOpen: (id: string) => boolean;
  readonly change: (id: string, look: UtilityLook) => void;
};

/** What can be changed of a utility: its button in the bar, and its panel. */
export type UtilityLook = {
  readonly icon?: string;
  readonly panelLabel?: string;
  readonly panelIcon?: string;
  readonly width?: number;
  readonly height?: number;
};

type Item = {
  readonly utility: Utility;
  readonly item: HTMLElement;
  readonly action: HTMLElement;
  readonly text: HTMLElement;
  readonly panel: HTMLElement;
  readonly heading: HTMLElement;
};

/** Makes the bar after the blueprint of SLDS; one panel is open at a time, and a closed one goes on running. */
export function makeUtilityBar(): UtilityBar {
  const list = make('ul', { class: 'slds-utility-bar' });
  const panels = make('div', { class: 'utility-panels' });
  const element = make('footer', { class: 'slds-utility-bar_container', 'aria-label': 'Utility Bar' }, list, panels);
  const items = new Map<string, Item>();
  const show = (id: string | undefined): void => {
    for (const [each, { item, action, panel }] of items) {
      const isOpen = each === id;
      action.setAttribute('aria-pressed', String(isOpen));
      action.classList.toggle('slds-is-active', isOpen);
      panel.classList.toggle('slds-is-open', isOpen);
      if (isOpen) item.classList.remove('slds-has-notification');
      panel.toggleAttribute('inert', !isOpen);
    }
  };
  const isOpen = (id: string): boolean => items.get(id)?.action.getAttribute('aria-pressed') === 'true';
  const add = (utility: Utility): void => {
    const { id, label, width = 340, height = 480 } = utility;
    const text = make('span', { class: 'slds-utility-bar__text' }, label);
    const action = button('', () => show(isOpen(id) ? undefined : id), { look: 'base', key: `utility-${id}` });
    action.className = 'slds-button slds-utility-bar__action';
    action.setAttribute('aria-pressed', 'false');
    action.append(icon(utility.icon, 'slds-icon slds-icon_xx-small slds-icon-text-default'), text);
    const item = make('li', { class: 'slds-utility-bar__item' }, action);
    const headingId = `utility-heading-${id}`;
    const minimise = button('Minimize', () => show(undefined), { look: 'base', key: `minimise-${id}` });
    minimise.setAttribute('aria-label', `Minimize ${label}`);
    const heading = make('h2', { class: 'slds-utility-panel__header-title', id: headingId }, label);
    const panel = make(
      'div',
      { class: 'slds-utility-panel', role: 'dialog', 'aria-labelledby': headingId, inert: true, 'data-utility': id },
      make('div', { class: 'slds-utility-panel__header slds-grid slds-shrink-none utility-header' }, heading, minimise),
      make('div', { class: 'slds-utility-panel__body' }, utility.body)
    );
    Object.assign(panel.style, { width: `${width}px`, height: `${height}px` });
    items.set(id, { utility, item, action, text, panel, heading });
    list.append(item);
    panels.append(panel);
  };
  const change = (id: string, { icon: name, panelLabel, panelIcon, width, height }: UtilityLook): void => {
    const { action, panel, heading } = items.get(id) ?? {};
    if (name !== undefined) action?.querySelector('use')?.setAttribute('href', iconAddress(name));
    if (panelLabel !== undefined) heading?.replaceChildren(...(heading.querySelectorAll('svg') ?? []), panelLabel);
    if (panelIcon !== undefined) {
      heading?.querySelector('svg')?.remove();
      heading?.prepend(icon(panelIcon, 'slds-icon slds-icon_xx-small slds-icon-text-default utility-panel-icon'));
    }
    if (width !== undefined) panel?.style.setProperty('width', `${width}px`);
    if (height !== undefined) panel?.style.setProperty('height', `${height}px`);
  };
  return {
    element,
    add,
    isOpen,
    change,
    open: show,
    minimise: (id) => isOpen(id) && show(undefined),
    label: (id, label) => items.get(id)?.text.replaceChildren(label),
    highlight: (id, isHighlighted) =>
      items.get(id)?.item.classList.toggle('slds-has-notification', isHighlighted && !isOpen(id))
  };
}
