import { type Timers } from '../../phone-page/timers';

/** Who logs the calls of this rep: nobody knows before it was waited for components, which are drawn after the phone. */
export type Writer = 'unknown' | 'components' | 'softphone';

export type WhoLogs = {
  readonly writer: () => Writer;
  /** There is a call, or one that is over and that nobody logged yet. */
  readonly callIsThere: () => void;
  /** Some component spoke, in this tab or in another. */
  readonly componentSpoke: () => void;
};

export type WhoLogsOptions = {
  readonly timers: Timers;
  /** Whether a component spoke in this tab: it stays as long as the tab. */
  readonly isHeardHere: () => boolean;
  /** Whether another tab of the rep has components. */
  readonly areElsewhere: () => Promise<boolean>;
  readonly decided: (writer: Exclude<Writer, 'unknown'>) => void;
};

/** Milliseconds of a call; components greet the phone as soon as Lightning has drawn them. */
const patience = 15_000;

/** Decides it, once a page in most: the softphone logs where no component has spoken, until one does. */
export function openWhoLogs({ timers, isHeardHere, areElsewhere, decided }: WhoLogsOptions): WhoLogs {
  let writer: Writer = 'unknown';
  let cancel: (() => void) | undefined;

  const decide = (found: Exclude<Writer, 'unknown'>): void => {
    cancel?.();
    cancel = undefined;
    if (writer === found) return;
    writer = found;
    decided(found);
  };
  const wait = (): void => {
    cancel ??= timers.after(patience, () => {
      cancel = undefined;
      void (async () => {
        const areThere = isHeardHere() || (await areElsewhere());
        // One that spoke meanwhile has decided it.
        if (writer === 'unknown') decide(areThere ? 'components' : 'softphone');
      })();
    });
  };

  return {
    writer: () => writer,
    callIsThere: () => {
      if (isHeardHere()) return decide('components');
      if (writer === 'unknown') return wait();
      if (writer === 'softphone') return;
      // The tab that had the components may be closed by now.
      void (async () => {
        if ((await areElsewhere()) || writer !== 'components' || isHeardHere()) return;
        writer = 'unknown';
        wait();
      })();
    },
    componentSpoke: () => decide('components')
  };
}
