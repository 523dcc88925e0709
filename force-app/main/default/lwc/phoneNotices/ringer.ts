import type { Interaction } from 'c/phoneBridge';
import type { Tones } from './tones';

/** Rings while something rings for the rep. */
export type Ringer = {
  hear(interaction: Pick<Interaction, 'callKey' | 'state' | 'direction'>): void;
  /** The rep wants to hear it, or not. */
  allow(isAllowed: boolean): void;
  /** Nothing rings any more: nobody is signed in, or the page goes. */
  silence(): void;
  /** A message came. */
  chime(): void;
};

/** Opens the ringer of this tab. Of all tabs of one browser, one makes a sound. */
export function openRinger(tones: Tones, locks: LockManager | undefined): Ringer {
  const ringing = new Set<string>();
  let isAllowed = false;
  let stop: (() => void) | undefined;

  /** Runs the work unless another tab makes the same sound, and holds that off until it is done. */
  async function alone(name: string, work: () => Promise<void>): Promise<void> {
    try {
      if (locks) await locks.request(name, { ifAvailable: true }, (lock) => (lock ? work() : undefined));
      else await work();
    } catch {
      // A browser that refuses locks by an error: several tabs may be heard then.
      await work();
    }
  }

  function look(): void {
    const shouldRing = isAllowed && ringing.size > 0;
    if (!shouldRing) {
      stop?.();
      stop = undefined;
    } else if (!stop) void ring();
  }

  async function ring(): Promise<void> {
    let isOver = false;
    let finish = (): void => undefined;
    stop = () => {
      isOver = true;
      finish();
    };
    if (!(await tones.canPlay()) || isOver) return;
    await alone('ringdown-ring', () => {
      if (isOver) return Promise.resolve();
      const quiet = tones.ring();
      return new Promise((resolve) => {
        finish = () => {
          quiet();
          resolve();
        };
      });
    });
  }

  return {
    hear: ({ callKey, state, direction }) => {
      if (state === 'ringing' && direction !== 'outbound') ringing.add(callKey);
      else ringing.delete(callKey);
      look();
    },
    allow: (allowed) => {
      isAllowed = allowed;
      look();
    },
    silence: () => {
      ringing.clear();
      look();
    },
    chime: () => {
      void tones.canPlay().then((canPlay) =>
        canPlay
          ? alone('ringdown-chime', () => {
              tones.chime();
              return aMoment();
            })
          : undefined
      );
    }
  };
}

/** The same message comes to every tab at about the same time. */
function aMoment(): Promise<void> {
  return new Promise((resolve) => {
    // eslint-disable-next-line @lwc/lwc/no-async-operation -- ends by itself
    setTimeout(resolve, 1000);
  });
}
