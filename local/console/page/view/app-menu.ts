import { make } from '../make';
import { button, icon } from './button';

/** One place that an app names. */
export type MenuItem = { readonly label: string; readonly icon: string; readonly open: () => void };

/** The navigation menu of a console app: everything that the app has a tab for, behind one button. */
export function appMenu(items: readonly MenuItem[]): HTMLElement {
  const list = make('ul', { id: 'app-menu', class: 'app-menu-items', hidden: true });
  const opener = button('', () => show(list.hidden !== false), { look: 'base', key: 'app-menu' });
  opener.setAttribute('aria-label', 'Show Navigation Menu');
  opener.setAttribute('aria-controls', list.id);
  opener.append(icon('chevrondown'));
  const show = (isShown: boolean): void => {
    list.hidden = !isShown;
    opener.setAttribute('aria-expanded', String(isShown));
  };
  for (const { label, icon: name, open } of items) {
    const choose = (): void => {
      show(false);
      opener.focus();
      open();
    };
    list.append(make('li', {}, button(label, choose, { look: 'base', key: `app-${label}`, icon: name })));
  }
  const menu = make('nav', { class: 'app-menu', 'aria-label': 'App' }, opener, list);
  menu.addEventListener('keydown', ({ key }) => {
    if (key !== 'Escape' || list.hidden) return;
    show(false);
    opener.focus();
  });
  menu.addEventListener('focusout', ({ relatedTarget }) => {
    if (relatedTarget instanceof Node && !menu.contains(relatedTarget)) show(false);
  });
  show(false);
  return menu;
}
