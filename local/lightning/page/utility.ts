/** The utility that holds the component, as its bar shows it. */
export type Utility = {
  readonly open: boolean;
  readonly label: string;
  readonly panelLabel: string;
  readonly icon: string;
  readonly highlighted: boolean;
  readonly width: number;
  readonly height: number;
};

export const utilityId = 'utility-1';

/** Ids of the other utilities in the bar, which hold nothing, by the place of their labels. */
export const neighbourId = (place: number): string => `utility-${place + 2}`;

let utility: Utility = {
  open: true,
  label: '',
  panelLabel: '',
  icon: 'call',
  highlighted: false,
  width: 340,
  height: 480
};
const watchers: ((utility: Utility) => void)[] = [];
const pressed: (() => void)[] = [];

export const currentUtility = (): Utility => utility;

/** Changes what the bar shows. */
export function changeUtility(change: Partial<Utility>): void {
  utility = { ...utility, ...change };
  for (const watcher of watchers) watcher(utility);
}

/** Tells the bar of every change. */
export function watchUtility(watcher: (utility: Utility) => void): void {
  watchers.push(watcher);
  watcher(utility);
}

/** A person pressed the button in the bar. */
export function pressUtility(): void {
  changeUtility({ open: !utility.open });
  for (const listener of pressed) listener();
}

export function onUtilityPressed(listener: () => void): void {
  pressed.push(listener);
}
