import { noOverrides, type Overrides } from '../../protocol/overrides';

const key = 'console-overrides';
let chosen: Overrides | undefined;

/** What replaces words of the connector; it outlives a reload of the page, and ends with its tab. */
export function chosenOverrides(): Overrides {
  if (chosen) return chosen;
  try {
    chosen = { ...noOverrides, ...(JSON.parse(sessionStorage.getItem(key) ?? '{}') as Partial<Overrides>) };
  } catch {
    chosen = noOverrides;
  }
  return chosen;
}

/** Chooses what replaces words of the connector. */
export function chooseOverrides(overrides: Overrides): void {
  chosen = overrides;
  sessionStorage.setItem(key, JSON.stringify(overrides));
}
