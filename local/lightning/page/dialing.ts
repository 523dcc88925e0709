/** Whether numbers of components can be clicked now; Salesforce lets the page of the phone say it. */
let isEnabled = false;
const watchers = new Set<(isEnabled: boolean) => void>();

/** Lets numbers be clicked, or not, as Open CTI's `enableClickToDial` and `disableClickToDial` do. */
export function enableClickToDial(now: boolean): void {
  isEnabled = now;
  for (const watcher of watchers) watcher(now);
}

/** Tells whether numbers can be clicked, now and whenever it changes; what it gives back ends that. */
export function watchClickToDial(watcher: (isEnabled: boolean) => void): () => void {
  watchers.add(watcher);
  watcher(isEnabled);
  return () => void watchers.delete(watcher);
}
