import { isVoiceCallId } from 'c/callLogCore';
import { fill } from 'c/labelFormat';
import type { PhoneConnection } from 'c/phoneBridge';
import type { TaskAction } from './deskState';
import type { DeskEvents } from './deskTypes';
import { labels, subjectWords } from './labels';
import { logOf, subjectOf } from './logOf';
import { openSaved, type Place, type SavedTask } from './openSaved';
import type { Settings } from './settings';

/** What the panel reaches beyond itself. */
export type Outside = {
  readonly send: PhoneConnection['send'];
  readonly openUtility: () => void;
  /** As they are known now. */
  readonly settings: () => Settings;
  /** Where the rep is now. */
  readonly place: () => Place;
  /** A click is to open a saved log. */
  readonly offer: (callKey: string, action: TaskAction) => void;
  /** Says it to a screen reader. */
  readonly announce: (words: string) => void;
};

/** What the desk tells that the phone, the console and the rep's ears are to know of. */
export function toldOutside(outside: Outside): Pick<DeskEvents, 'opened' | 'wrappedUp' | 'saved'> {
  const { send, settings, announce } = outside;
  // A log is saved anew when its call goes on or is corrected; its Task was open by then.
  const shown = new Set<string>();
  const openOrOffer = async (saved: SavedTask): Promise<void> => {
    if (await openSaved(saved, outside.place())) return;
    outside.offer(saved.callKey, saved.action);
    announce(labels.offered);
  };
  return {
    opened: (wrapUp) => {
      announce(fill(labels.arrived, subjectOf(wrapUp, subjectWords)));
      outside.openUtility();
    },
    wrappedUp: (callKey) => send({ type: 'wrap-up-done', body: { callKey } }),
    saved: ({ callKey, taskId, isByRep, wrapUp }) => {
      send({ type: 'log-saved', body: { callKey, taskId } });
      if (!isByRep) return;
      announce(fill(labels.saved, logOf(wrapUp, subjectWords).subject));
      const afterSave = settings().channels[wrapUp.interaction.channel]?.afterSave;
      if ((afterSave !== 'Pop' && afterSave !== 'Edit') || shown.has(callKey)) return;
      shown.add(callKey);
      const isEdited = afterSave === 'Edit' && !isVoiceCallId(taskId);
      void openOrOffer({ callKey, taskId, action: isEdited ? 'edit' : 'view' });
    }
  };
}
