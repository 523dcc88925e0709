import { openRepStatus, type RepStatus } from '../../protocol/rep-status';
import { settings } from '../settings';

/** The status of the rep who works here, and news of it from their other tabs. */
export type SharedStatus = Omit<RepStatus, 'hear'> & {
  readonly onElsewhere: (listener: (statusId: string) => void) => void;
};

/** Shares the status of the rep with the tabs of this browser. */
export function shareStatus(): SharedStatus {
  const name = `omni-channel ${settings.organizationId} ${settings.userName}`;
  const { begin, keep, hear } = openRepStatus({
    ...{ name, locks: navigator.locks, ofTab: sessionStorage, ofAllTabs: localStorage }
  });
  return {
    begin,
    keep,
    onElsewhere: (listener) =>
      window.addEventListener('storage', ({ key, newValue, storageArea }) => {
        if (storageArea !== localStorage || key !== name || newValue === null) return;
        hear(newValue);
        listener(newValue);
      })
  };
}
