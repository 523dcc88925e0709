import { element } from './page-elements';
import { type Words } from './words/word';

export type CookieChoice = {
  readonly row: HTMLElement;
  readonly allow: HTMLButtonElement;
  readonly openWindow: HTMLButtonElement;
  readonly without: HTMLButtonElement;
};

export type CookieActions = {
  readonly allowCookies: () => void;
  readonly openWindow: () => void;
  readonly goOnWithout: () => void;
};

/** What the rep can do where the browser keeps no cookie. */
export function buildCookieChoice(document: Document, words: Words, actions: CookieActions): CookieChoice {
  const make = element(document);
  const allow = make('button', { type: 'button', class: 'main' }, words.allowCookies);
  const openWindow = make('button', { type: 'button', class: 'main' }, words.openWindow);
  const without = make('button', { type: 'button' }, words.goOnWithout);
  const row = make('div', { id: 'cookies', class: 'row' }, allow, openWindow, without);
  const onClick = (button: HTMLButtonElement, work: () => void): void =>
    button.addEventListener('click', () => {
      if (button.getAttribute('aria-disabled') !== 'true') work();
    });
  onClick(allow, actions.allowCookies);
  onClick(openWindow, actions.openWindow);
  onClick(without, actions.goOnWithout);
  return { row, allow, openWindow, without };
}
