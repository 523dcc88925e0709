/**
 * Does the work while no other tab holds the lock. A browser that refuses locks here refuses them to the other tabs, too:
 * then the work is done without, for what is sent twice ends in one record.
 */
export async function inLock(locks: LockManager | undefined, name: string, work: () => Promise<void>): Promise<void> {
  let hasBegun = false;
  const begin = (): Promise<void> => {
    hasBegun = true;
    return work();
  };
  try {
    await (locks ? locks.request(name, begin) : begin());
  } catch (failure) {
    if (hasBegun) throw failure;
    await begin();
  }
}
