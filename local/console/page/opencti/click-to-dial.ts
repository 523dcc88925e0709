import { make } from '../make';

/** What the adapter is told of a number that was clicked [Open CTI guide, onClickToDial]. */
export type Click = {
  readonly number: string;
  readonly recordId: string;
  readonly recordName: string;
  readonly objectType: string;
  readonly accountId?: string;
  readonly contactId?: string;
  readonly personAccount?: boolean;
  readonly params?: string;
};

/** Numbers that can be clicked while the adapter lets them. */
export type ClickToDial = {
  readonly isEnabled: () => boolean;
  readonly enable: (isEnabled: boolean) => void;
  /** Tells whether numbers can be clicked, now and whenever it changes. */
  readonly watch: (watcher: (isEnabled: boolean) => void) => void;
  /** A number as a record page shows it. */
  readonly number: (click: Click) => HTMLElement;
  /** Clicks a number; false when numbers cannot be clicked now. */
  readonly click: (click: Click) => boolean;
};

/** Makes them; `tell` is told of every click. */
export function makeClickToDial(tell: (click: Click) => void): ClickToDial {
  let isEnabled = false;
  const watchers: ((isEnabled: boolean) => void)[] = [];
  const click = (clicked: Click): boolean => {
    if (isEnabled) tell(clicked);
    return isEnabled;
  };
  return {
    isEnabled: () => isEnabled,
    enable: (now) => {
      isEnabled = now;
      for (const shown of document.querySelectorAll<HTMLButtonElement>('button.click-to-dial')) shown.disabled = !now;
      for (const watcher of watchers) watcher(now);
    },
    watch: (watcher) => {
      watchers.push(watcher);
      watcher(isEnabled);
    },
    number: (clicked) => {
      const shown = make(
        'button',
        {
          type: 'button',
          class: 'slds-button click-to-dial',
          disabled: !isEnabled,
          'data-number': clicked.number,
          'aria-label': `Click to dial ${clicked.number}`
        },
        clicked.number
      );
      shown.addEventListener('click', () => click(clicked));
      return shown;
    },
    click
  };
}
