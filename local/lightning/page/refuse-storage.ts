import type { State } from '../states/state';

/** Makes the browser of this page refuse what the state says. */
export function refuseStorage(storage: State['storage']): void {
  if (storage === 'refused')
    for (const name of ['indexedDB', 'localStorage'])
      Object.defineProperty(globalThis, name, { get: refused, configurable: true });
  // A database that another window blocks answers neither success nor failure.
  if (storage === 'stuck') IDBFactory.prototype.open = () => ({}) as IDBOpenDBRequest;
}

function refused(): never {
  throw new DOMException('The user denied permission to access the database.', 'SecurityError');
}
