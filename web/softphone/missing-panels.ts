import { type Timers } from '../phone-page/timers';

/** Milliseconds of a call; components greet the phone as soon as Lightning has drawn them. */
const patience = 15_000;

/**
 * Notices that a rep is in a call and no component of the package is in their app: nobody would log it. Says so once in the life of a page.
 */
export function watchForPanels(
  timers: Timers,
  { isHeard, missing }: { readonly isHeard: () => boolean; readonly missing: () => void }
): { readonly inCall: (isInCall: boolean) => void } {
  let cancel: (() => void) | undefined;
  let isSaid = false;
  return {
    inCall: (isInCall) => {
      if (!isInCall) {
        cancel?.();
        cancel = undefined;
        return;
      }
      if (isSaid || cancel !== undefined || isHeard()) return;
      cancel = timers.after(patience, () => {
        if (isHeard()) return;
        isSaid = true;
        missing();
      });
    }
  };
}
