import { happens } from './happenings';

/** Notes every step of every database from now on, each before the code that waits for it hears of it. */
export function watchIndexedDb(): void {
  const { open } = IDBFactory.prototype;
  IDBFactory.prototype.open = function (...params) {
    happens('open');
    const request = open.apply(this, params);
    request.addEventListener('upgradeneeded', () => happens('upgrade'));
    request.addEventListener('success', () => happens('opened'));
    return request;
  };
  const { createObjectStore, transaction } = IDBDatabase.prototype;
  IDBDatabase.prototype.createObjectStore = function (...params) {
    happens(`create ${params[0]}`);
    return createObjectStore.apply(this, params);
  };
  IDBDatabase.prototype.transaction = function (...params) {
    const name = `${params[1] ?? 'readonly'} ${[params[0]].flat().join('+')}`;
    happens(`begin ${name}`);
    const begun = transaction.apply(this, params);
    begun.addEventListener('complete', () => happens(`complete ${name}`));
    return begun;
  };
  for (const method of ['add', 'put', 'delete'] as const) watchWrites(method);
}

function watchWrites(method: 'add' | 'put' | 'delete'): void {
  const write = IDBObjectStore.prototype[method] as (this: IDBObjectStore, ...params: unknown[]) => IDBRequest;
  const watched = function (this: IDBObjectStore, ...params: unknown[]): IDBRequest {
    happens(`${method} ${this.name}`);
    const request = write.apply(this, params);
    request.addEventListener('success', () => happens(`${method} ${this.name} done`));
    return request;
  };
  Object.assign(IDBObjectStore.prototype, { [method]: watched });
}
