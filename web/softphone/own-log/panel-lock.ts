/** Says to the other tabs of a rep that this one has components, as long as it lives, however it goes. */
export type PanelLock = {
  /** A component of this tab spoke. */
  readonly hold: () => void;
  /** Whether any tab has some. */
  readonly isHeld: () => Promise<boolean>;
};

/** A lock that many hold at once; a browser without locks knows of its own tab only. */
export function openPanelLock(locks: LockManager | undefined, name: string): PanelLock {
  let isHeldHere = false;
  return {
    hold: () => {
      if (isHeldHere) return;
      isHeldHere = true;
      locks?.request(name, { mode: 'shared' }, () => new Promise<never>(() => undefined)).catch(() => undefined);
    },
    isHeld: async () => {
      if (isHeldHere) return true;
      const { held = [] } = (await locks?.query().catch(() => undefined)) ?? {};
      return held.some((lock) => lock.name === name);
    }
  };
}
