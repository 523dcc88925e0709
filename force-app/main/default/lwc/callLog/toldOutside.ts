import { fill } from 'c/labelFormat';
import type { PhoneConnection } from 'c/phoneBridge';
import { taskPage } from 'c/taskPage';
import type { DeskEvents } from './deskTypes';
import { labels, subjectWords } from './labels';
import { logOf, subjectOf } from './logOf';
import type { Settings } from './settings';

/** What the panel reaches beyond itself. */
export type Outside = {
  readonly send: PhoneConnection['send'];
  readonly openUtility: () => void;
  /** As they are known now. */
  readonly settings: () => Settings;
  /** Opens a page of the console. */
  readonly open: (page: ReturnType<typeof taskPage>) => void;
  /** Says it to a screen reader. */
  readonly announce: (words: string) => void;
};

/** What the desk tells that the phone, the console and the rep's ears are to know of. */
export function toldOutside(outside: Outside): Pick<DeskEvents, 'opened' | 'wrappedUp' | 'saved'> {
  const { send, settings, announce } = outside;
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
      if (afterSave === 'Pop' || afterSave === 'Edit')
        outside.open(taskPage(taskId, afterSave === 'Edit' ? 'edit' : 'view'));
    }
  };
}
