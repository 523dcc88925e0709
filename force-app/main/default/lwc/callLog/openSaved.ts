import { openInConsole } from 'c/screenPop';
import { taskPage } from 'c/taskPage';
import type { DeskState, TaskAction } from './deskState';
import type { Settings } from './settings';
import { isOngoing } from './wrapUp';

/** A saved log that is to open. */
export type SavedTask = { readonly callKey: string; readonly taskId: string; readonly action: TaskAction };

/** Where the rep is when a log was saved. */
export type Place = {
  /** By the wire IsConsoleNavigation. */
  readonly isConsole: boolean;
  readonly asSubtab: boolean;
  /** In the form of another wrap-up, or on another call. */
  readonly isBusy: boolean;
};

/** Where the rep is, by what the panel shows and what of it has the cursor. */
export function placeOf(
  panel: { readonly isConsole?: boolean; readonly settings: Settings; readonly state: DeskState },
  active: Element | null | undefined
): Place {
  const isWriting = active?.localName === 'c-call-log-form';
  return {
    isConsole: panel.isConsole === true,
    asSubtab: panel.settings.tab === 'subtab',
    isBusy: isWriting || panel.state.wrapUps.some((wrapUp) => wrapUp.isTouched || isOngoing(wrapUp))
  };
}

/**
 * Opens the Task of a saved log in a tab of the console; false where it is for the rep to open it. In standard navigation that
 * is always so: it would leave a page which may hold unsaved edits. A rep who is at another wrap-up is not taken away from it.
 */
export async function openSaved({ taskId, action }: SavedTask, place: Place): Promise<boolean> {
  if (!place.isConsole || place.isBusy) return false;
  const page = action === 'edit' ? { pageReference: taskPage(taskId, 'edit') } : { recordId: taskId };
  return openInConsole(page, place.asSubtab);
}
