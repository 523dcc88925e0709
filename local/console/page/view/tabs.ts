import { make } from '../make';
import { button, icon } from './button';

/** A tab of the workspace, as what opens it describes it. */
export type Tab = {
  readonly id: string;
  readonly title: string;
  readonly icon: string;
  readonly body: HTMLElement;
  readonly isFixed?: boolean;
  readonly onClose?: () => void;
};

/** A row of tabs with one open panel. */
export type Tabs = {
  readonly element: HTMLElement;
  readonly bar: HTMLElement;
  /** Opens the tab, or comes back to it. */
  readonly open: (tab: Tab, isFocused?: boolean) => void;
  readonly rename: (id: string, title: string) => void;
  readonly focus: (id: string) => void;
  readonly close: (id: string) => void;
  readonly has: (id: string) => boolean;
  readonly focused: () => string | undefined;
  readonly onFocus: (listener: (id: string | undefined) => void) => void;
};

type Open = Tab & { readonly button: HTMLButtonElement; readonly item: HTMLElement; readonly panel: HTMLElement };

/** Makes tabs after the pattern of the ARIA guide: arrow keys go along the row, and only the open tab is a stop. */
export function makeTabs(label: string, look: 'workspace' | 'subtabs' | 'panel'): Tabs {
  const list = make('div', { role: 'tablist', 'aria-label': label, class: `tab-row tab-row_${look}` });
  const panels = make('div', { class: `tab-panels tab-panels_${look}` });
  const element = make('div', { class: `tabs tabs_${look}` }, ...(look === 'workspace' ? [] : [list]), panels);
  const tabs = new Map<string, Open>();
  const listeners: ((id: string | undefined) => void)[] = [];
  let focusedId: string | undefined;

  const focus = (id: string): void => {
    if (!tabs.has(id)) return;
    focusedId = id;
    for (const tab of tabs.values()) {
      const isFocused = tab.id === id;
      tab.button.setAttribute('aria-selected', String(isFocused));
      tab.button.tabIndex = isFocused ? 0 : -1;
      tab.item.classList.toggle('tab_open', isFocused);
      tab.panel.hidden = !isFocused;
    }
    for (const listener of listeners) listener(id);
  };
  const close = (id: string): void => {
    const tab = tabs.get(id);
    if (!tab) return;
    const ids = [...tabs.keys()];
    const next = ids[ids.indexOf(id) - 1] ?? ids[1];
    tabs.delete(id);
    tab.item.remove();
    tab.panel.remove();
    tab.onClose?.();
    if (focusedId !== id) return;
    focusedId = undefined;
    if (next === undefined) for (const listener of listeners) listener(undefined);
    else focus(next);
  };
  list.addEventListener('keydown', ({ key, target }) => {
    const ids = [...tabs.keys()];
    const at = ids.findIndex((id) => tabs.get(id)?.button === target);
    const step = key === 'ArrowRight' ? 1 : key === 'ArrowLeft' ? -1 : 0;
    const next = at >= 0 && step !== 0 ? ids.at((at + step) % ids.length) : undefined;
    if (next === undefined) return;
    focus(next);
    tabs.get(next)?.button.focus();
  });
  const open = (tab: Tab, isFocused = true): void => {
    if (!tabs.has(tab.id)) {
      const made = opened(tab, { focus, close });
      tabs.set(tab.id, made);
      list.append(made.item);
      panels.append(made.panel);
    }
    if (isFocused || focusedId === undefined) focus(tab.id);
  };
  return {
    element,
    bar: list,
    open,
    rename: (id, title) => tabs.get(id)?.button.querySelector('.tab-title')?.replaceChildren(title),
    focus,
    close,
    has: (id) => tabs.has(id),
    focused: () => focusedId,
    onFocus: (listener) => void listeners.push(listener)
  };
}

function opened(tab: Tab, { focus, close }: { focus: (id: string) => void; close: (id: string) => void }): Open {
  const { id, title, body, isFixed } = tab;
  const [tabId, panelId] = [`tab-${id}`, `panel-${id}`];
  const chosen = make(
    'button',
    { type: 'button', role: 'tab', id: tabId, class: 'tab-button', 'aria-controls': panelId, 'aria-selected': 'false' },
    icon(tab.icon),
    make('span', { class: 'tab-title slds-truncate' }, title)
  );
  chosen.tabIndex = -1;
  chosen.addEventListener('click', () => focus(id));
  chosen.addEventListener('keydown', ({ key }) => key === 'Delete' && !isFixed && close(id));
  const item = make('div', { class: 'tab', role: 'presentation' }, chosen);
  if (!isFixed) {
    const shut = button('', () => close(id), { look: 'base', key: `close-${id}` });
    shut.setAttribute('class', 'slds-button slds-button_icon tab-close');
    shut.setAttribute('title', `Close ${title}`);
    // The Delete key does the same, as the ARIA guide has it; a second stop for each tab would be in the way.
    shut.tabIndex = -1;
    shut.setAttribute('aria-hidden', 'true');
    shut.append(icon('close'));
    item.append(shut);
  }
  const panel = make(
    'div',
    { role: 'tabpanel', id: panelId, 'aria-labelledby': tabId, class: 'tab-panel', tabindex: '0', hidden: true },
    body
  );
  return { ...tab, button: chosen, item, panel };
}
