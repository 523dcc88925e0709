import type { HostMessage } from '../../protocol/host-message';
import type { HostState } from '../../protocol/host-state';
import { chooseFaults, noFaults, type Faults } from './faults';
import type { Omni } from './omni';
import { transcript, watchTranscript, type Entry } from './transcript';

/** What tests hold of the console. */
export type WindowOmni = {
  readonly state: () => HostState;
  readonly transcript: () => readonly Entry[];
  readonly send: (message: HostMessage) => void;
  /** Resolves with the state or the entry that was waited for, also when it is there already; rejects after the milliseconds. */
  readonly waitFor: (wanted: HostState | ((entry: Entry) => boolean), milliseconds: number) => Promise<unknown>;
  readonly problems: () => readonly string[];
  readonly faults: {
    /** Loads the connector anew with a host that does these things wrong, and only these. */
    readonly reload: (faults?: Partial<Faults>) => void;
    readonly pretend: (data: unknown) => void;
    readonly postToWindow: (data: unknown) => void;
  };
};

/** Gives tests and the curious `window.__omni`. */
export function offerOmni(omni: Omni): void {
  const problems: string[] = [];
  omni.onProblem((problem) => problems.push(problem));
  const offered: WindowOmni = {
    state: () => omni.host().state,
    transcript,
    send: omni.send,
    waitFor: (wanted, milliseconds) => waitFor(omni, wanted, milliseconds),
    problems: () => problems,
    faults: {
      reload: (faults = noFaults) => {
        chooseFaults(faults);
        omni.reload();
      },
      pretend: omni.pretend,
      postToWindow: omni.postToWindow
    }
  };
  Object.assign(window, { __omni: offered });
}

function waitFor(omni: Omni, wanted: HostState | ((entry: Entry) => boolean), milliseconds: number): Promise<unknown> {
  const found = (): unknown =>
    typeof wanted === 'string' ? omni.host().state === wanted && wanted : transcript().find((entry) => wanted(entry));
  return new Promise((resolve, reject) => {
    const already = found();
    if (already) return resolve(already);
    const look = (): void => {
      const now = found();
      if (!now) return;
      end();
      resolve(now);
    };
    const stop = watchTranscript(look);
    const deadline = window.setTimeout(() => {
      end();
      reject(new Error(`${String(wanted)} did not come within ${milliseconds} ms; the host is ${omni.host().state}`));
    }, milliseconds);
    function end(): void {
      stop();
      window.clearTimeout(deadline);
    }
  });
}
