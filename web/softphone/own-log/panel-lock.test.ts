import assert from 'node:assert/strict';
import { openPanelLock } from './panel-lock';

describe('whether some tab has components', () => {
  /** Locks as far as tabs ask for shared ones. */
  const browser = (): LockManager => {
    const held: LockInfo[] = [];
    return {
      request: (name: string, { mode }: LockOptions, take: () => Promise<unknown>) => {
        held.push({ name, ...(mode ? { mode } : {}) });
        return take();
      },
      query: () => Promise.resolve({ held, pending: [] })
    } as unknown as LockManager;
  };

  it('is known in every tab of the rep, once one has said so', async () => {
    const locks = browser();
    const [here, there] = [openPanelLock(locks, 'rep-1'), openPanelLock(locks, 'rep-1')];
    assert.equal(await there.isHeld(), false);
    here.hold();
    here.hold();
    assert.deepEqual([await here.isHeld(), await there.isHeld()], [true, true]);
    assert.equal((await locks.query()).held?.length, 1);
    assert.equal(await openPanelLock(locks, 'rep-2').isHeld(), false);
  });

  it('is known of the own tab alone where the browser has no locks', async () => {
    const lock = openPanelLock(undefined, 'rep-1');
    assert.equal(await lock.isHeld(), false);
    lock.hold();
    assert.equal(await lock.isHeld(), true);
  });
});
