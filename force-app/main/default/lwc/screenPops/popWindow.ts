import type { PopWindow } from 'c/orgSettings';

/** What the one window is called that shows each record in turn. */
const reusedName = 'ringdown-record';

/** Opens a page in a window as the settings say; false where the browser blocks it. To be called while a click is handled. */
export function openPopWindow(url: string, settings: PopWindow, open: typeof window.open): boolean {
  const opened = open(url, settings.kind === 'reuse' ? reusedName : '_blank', windowFeatures(settings));
  opened?.focus();
  return Boolean(opened);
}

/** Size and place as window.open takes them; empty where none is set, and the browser opens a tab. */
export function windowFeatures({ width, height, left, top }: PopWindow): string {
  const sides = Object.entries({ width, height, left, top }).filter(([, pixels]) => pixels !== undefined);
  return sides.length === 0 ? '' : ['popup', ...sides.map(([side, pixels]) => `${side}=${pixels}`)].join(',');
}
