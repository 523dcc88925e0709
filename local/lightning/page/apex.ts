import { askOrg, disconnected, fetchFailure } from './org-request';
import { behaviourOf } from './page-config';
import { wireAdapter, type AdapterConstructor } from './wire-adapter';

type Params = Readonly<Record<string, unknown>>;
type Provided = { readonly data?: unknown; readonly error?: unknown };

/** An Apex method as an import gives it: a function, and an adapter for @wire. */
export type ApexMethod = ((params?: Params) => Promise<unknown>) & { adapter: AdapterConstructor<Params, Provided> };

const refreshers = new Map<unknown, () => Promise<void>>();

/** The function that calls an Apex method of the local org. */
export function apexMethod(className: string, method: string): ApexMethod {
  const call = (params: Params = {}): Promise<unknown> => callApex(className, method, params);
  const adapter = wireAdapter<Params, Provided>({}, (config, emit) => {
    const ask = async (): Promise<void> => {
      const provided: Provided = await call(config).then(
        (data) => ({ data: frozen(data), error: undefined }),
        (error: unknown) => ({ data: undefined, error })
      );
      refreshers.set(provided.data ?? provided.error, ask);
      emit(provided);
    };
    void ask();
  });
  return Object.assign(call, { adapter });
}

/** Asks again for what a wire was given. */
export async function refreshApex(wired: unknown): Promise<void> {
  const { data, error } = (wired ?? {}) as Provided;
  await (refreshers.get(wired) ?? refreshers.get(data ?? error))?.();
}

/** The value of a field of a record that Apex answered. */
export function getSObjectValue(record: Params, field: string | { readonly fieldApiName: string }): unknown {
  const name = typeof field === 'string' ? field.replace(/^[^.]*\./, '') : field.fieldApiName;
  return name.split('.').reduce<unknown>((value, part) => (value as Params | undefined)?.[part], record);
}

async function callApex(className: string, method: string, params: Params): Promise<unknown> {
  const { delay, never, error, offline, ...rest } = behaviourOf(`${className}.${method}`);
  if (never) return new Promise(() => undefined);
  if (delay !== undefined) await new Promise((resolve) => setTimeout(resolve, delay));
  // oxlint-disable-next-line typescript/only-throw-error -- the platform rejects with plain objects
  if (offline) throw disconnected();
  if (error) {
    const { message, exceptionType = 'System.AuraHandledException', status = 500 } = error;
    // oxlint-disable-next-line typescript/only-throw-error -- the platform rejects with plain objects
    throw fetchFailure(status, 'Server Error', { message, exceptionType, isUserDefinedException: false });
  }
  if ('answer' in rest) return structuredClone(rest.answer);
  const answered = await askOrg('POST', `/__local/apex/${className}/${method}`, params);
  return (answered as { readonly returnValue?: unknown }).returnValue ?? null;
}

/** What a wire gives may not be changed. */
function frozen(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  for (const inner of Object.values(value)) frozen(inner);
  return Object.freeze(value);
}
