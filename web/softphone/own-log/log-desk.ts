import { type FromPhone, type ToPhone } from '../../../core/phone-message/phone-message';
import { type PhoneDesk, type PlainDesk } from '../phone-desk';
import { type LogKeeper } from './log-keeper';

export type LogDeskOptions = {
  readonly makeDesk: (out: { readonly say: (message: FromPhone) => void; readonly changed: () => void }) => PlainDesk;
  readonly openKeeper: (out: Pick<KeeperOut, 'say' | 'saved' | 'changed'>) => LogKeeper;
  readonly out: { readonly say: (message: FromPhone) => void; readonly changed: () => void };
};

type KeeperOut = {
  readonly say: (message: FromPhone) => void;
  readonly saved: (callKey: string, taskId: string) => void;
  readonly changed: () => void;
};

/** A phone that logs by itself where nobody else does: it listens to what the phone and the components say to each other. */
export function deskThatLogs({ makeDesk, openKeeper, out }: LogDeskOptions): PhoneDesk {
  const { say, changed } = out;
  const keeper = openKeeper({
    say,
    changed,
    // As if a component had saved it: the next page is not told of the call again.
    saved: (callKey, taskId) => desk.hear({ type: 'log-saved', body: { callKey, taskId } })
  });
  const desk = makeDesk({
    changed,
    say: (message) => {
      say(message);
      keeper.heard(message);
    }
  });
  return {
    picture: () => {
      const picture = desk.picture();
      const log = keeper.picture();
      return picture && log ? { ...picture, log } : picture;
    },
    hear: (message: ToPhone) => {
      desk.hear(message);
      keeper.componentSpoke(message);
    },
    ask: (wish) => {
      if (wish.type === 'save-logs') {
        keeper.tryNow('by-person');
        return Promise.resolve({ ok: true });
      }
      if (wish.type === 'dial' && wish.target.kind === 'number' && wish.options.recordId)
        keeper.dialled(wish.target.number, { recordId: wish.options.recordId, name: '', objectName: '' });
      return desk.ask(wish);
    }
  };
}
