import type { Navigation } from '../../opencti/adapter-address';
import { make } from '../make';
import { makeTabs } from '../view/tabs';

/** One place of the app: a record, a list, a page. */
export type View = {
  /** The same place is opened once. */
  readonly id: string;
  /** From the root of the org's host. */
  readonly url: string;
  readonly title: string;
  readonly icon: string;
  readonly kind: 'home' | 'record' | 'list' | 'page';
  readonly record?: { readonly recordId: string; readonly recordName: string; readonly objectType: string };
  readonly draw: (body: HTMLElement) => void;
};

/** Where views are shown: in tabs, or one at a time. */
export type Pages = {
  readonly element: HTMLElement;
  /** The row of tabs; nothing where there are none. */
  readonly bar?: HTMLElement;
  readonly open: (view: View) => void;
  readonly front: () => View | undefined;
  readonly all: () => readonly View[];
  /** Draws the view in front anew. */
  readonly refresh: () => void;
  readonly onChange: (listener: (view: View | undefined) => void) => void;
};

/** Makes the workspace of an app with console navigation, or the page of one with standard navigation. */
export const makePages = (navigation: Navigation): Pages => (navigation === 'console' ? tabbed() : single());

type Drawn = { readonly view: View; readonly body: HTMLElement };

function tabbed(): Pages {
  const tabs = makeTabs('Workspace', 'workspace');
  const drawn = new Map<string, Drawn>();
  const listeners: ((view: View | undefined) => void)[] = [];
  const front = (): Drawn | undefined => drawn.get(tabs.focused() ?? '');
  tabs.onFocus(() => listeners.forEach((listener) => listener(front()?.view)));
  return {
    element: tabs.element,
    bar: tabs.bar,
    open: (view) => {
      const isNew = !tabs.has(view.id);
      const body = drawn.get(view.id)?.body ?? make('div', { class: 'record-body' });
      drawn.set(view.id, { view, body });
      tabs.open({
        id: view.id,
        title: view.title,
        icon: view.icon,
        isFixed: view.kind === 'home',
        body: article(view, body),
        onClose: () => drawn.delete(view.id)
      });
      if (isNew) view.draw(body);
    },
    front: () => front()?.view,
    all: () => [...drawn.values()].map(({ view }) => view),
    refresh: () => redraw(front(), listeners),
    onChange: (listener) => void listeners.push(listener)
  };
}

function single(): Pages {
  const element = make('div', { class: 'single-page' });
  const listeners: ((view: View | undefined) => void)[] = [];
  let shown: Drawn | undefined;
  return {
    element,
    open: (view) => {
      const body = make('div', { class: 'record-body' });
      shown = { view, body };
      element.replaceChildren(article(view, body));
      view.draw(body);
      listeners.forEach((listener) => listener(view));
    },
    front: () => shown?.view,
    all: () => (shown ? [shown.view] : []),
    refresh: () => redraw(shown, listeners),
    onChange: (listener) => void listeners.push(listener)
  };
}

function redraw(drawn: Drawn | undefined, listeners: readonly ((view: View | undefined) => void)[]): void {
  if (!drawn) return;
  drawn.body.replaceChildren();
  drawn.view.draw(drawn.body);
  listeners.forEach((listener) => listener(drawn.view));
}

const article = ({ title }: View, body: HTMLElement): HTMLElement =>
  make(
    'article',
    { class: 'record', 'aria-label': title },
    make('header', { class: 'slds-page-header' }, make('h1', { class: 'slds-page-header__title' }, title)),
    body
  );
