import type { ApiMessage, ApiResponse, Subscription } from '../../../opencti/wire';

type Callback = (response: ApiResponse) => void;
type Listener = (payload: unknown) => void;

/** The line to the page that frames this one. */
export type Messenger = {
  readonly call: (methodName: string, args: object, functions?: { callback?: unknown; listener?: unknown }) => void;
  /** Subscribes to a message channel; the listener hears what comes over that one alone. */
  readonly subscribe: (args: object, listener: Listener, callback?: unknown) => void;
};

const isFunction = (value: unknown): value is Callback => typeof value === 'function';

/** Opens the line: calls go to the origin that Lightning named in this page's address, and only it is heard. */
export function openMessenger(apiVersion: number, origin: string | undefined): Messenger {
  const callbacks = new Map<number, Callback>();
  const listeners = new Map<string, Listener[]>();
  const subscribers = new Map<string, Listener>();
  let lastCall = 0;

  const send: Messenger['call'] = (methodName, args, { callback, listener } = {}) => {
    lastCall += 1;
    const callId = lastCall;
    if (origin === undefined) {
      if (isFunction(callback)) setTimeout(callback, 0, notInitialised());
      return;
    }
    const call = {
      ...{ apiType: 'opencti', apiVersion, methodName, callId, args },
      isCallbackRegistered: isFunction(callback),
      isListenerRegistered: isFunction(listener)
    };
    // Throws for what cannot be copied, before anything is remembered.
    parent.postMessage(call, origin);
    if (isFunction(callback)) callbacks.set(callId, callback);
    if (isFunction(listener)) listeners.set(methodName, [...(listeners.get(methodName) ?? []), listener as Listener]);
  };

  if (origin !== undefined)
    addEventListener('message', (event: MessageEvent<unknown>) => {
      if (event.source !== parent || event.origin !== origin) return;
      const { apiType, methodName, callId, response, subscription } = (event.data ?? {}) as Partial<ApiMessage>;
      if (apiType !== 'opencti' || methodName === undefined) return;
      if (callId === undefined) {
        if (subscription !== undefined) subscribers.get(subscription)?.(response);
        else for (const listener of listeners.get(methodName) ?? []) listener(response);
        return;
      }
      const callback = callbacks.get(callId);
      callbacks.delete(callId);
      callback?.(response as ApiResponse);
    });

  return {
    call: send,
    subscribe: (args, listener, callback) =>
      send('subscribe', args, {
        callback: (response: ApiResponse) => {
          const { id } = response.subscription ?? ({} as Partial<Subscription>);
          if (id !== undefined) subscribers.set(id, listener);
          if (isFunction(callback)) callback(response);
        }
      })
  };
}

const notInitialised = (): ApiResponse => ({
  success: false,
  returnValue: null,
  errors: [
    {
      code: 'SOFTPHONE_CONTAINER_ERROR',
      description: 'Unable to execute sendPostMessage because the softphone container hasn’t initialized yet.'
    }
  ]
});
