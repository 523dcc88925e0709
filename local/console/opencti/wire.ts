/**
 * What the library in an adapter's page posts to the page that frames it. The names are those that the library of API 43 has in
 * an adapter's published copy of it, so that an adapter which brings its own copy is understood as well.
 */
export type ApiCall = {
  readonly apiType: 'opencti';
  readonly apiVersion: number;
  readonly methodName: string;
  readonly callId: number;
  readonly isCallbackRegistered: boolean;
  readonly isListenerRegistered: boolean;
  readonly args: Readonly<Record<string, unknown>>;
};

/** What goes back: an answer to one call, or with no `callId` something for the listeners of a method. */
export type ApiMessage = {
  readonly apiType: 'opencti';
  readonly apiVersion: number;
  readonly methodName: string;
  readonly callId?: number;
  readonly response: unknown;
  /** Of the message channel that the response came over. */
  readonly subscription?: string;
};

/** One entry of `errors` [Open CTI guide, Common Error Messages for Lightning Experience Methods]. */
export type ApiError = { readonly code: string; readonly description: string; readonly details?: unknown };

/** What a callback is given. Only `subscribe` answers with a subscription [Open CTI guide, sample of Lightning Message Service]. */
export type ApiResponse = {
  readonly success: boolean;
  readonly returnValue: unknown;
  readonly errors: readonly ApiError[] | null;
  readonly subscription?: Subscription;
};

/** What `subscribe` gives and `unsubscribe` takes. */
export type Subscription = { readonly id: string; readonly channelName: string };

/** The call in what a window posted; undefined when it is something else. */
export function readCall(data: unknown): ApiCall | undefined {
  const { apiType, apiVersion, methodName, callId, args, isCallbackRegistered, isListenerRegistered } = (data ??
    {}) as Readonly<Record<string, unknown>>;
  if (apiType !== 'opencti' || typeof methodName !== 'string' || typeof callId !== 'number') return undefined;
  if (typeof apiVersion !== 'number') return undefined;
  return {
    ...{ apiType, apiVersion, methodName, callId },
    isCallbackRegistered: isCallbackRegistered === true,
    isListenerRegistered: isListenerRegistered === true,
    args: typeof args === 'object' && args !== null ? (args as ApiCall['args']) : {}
  };
}

/** The response of a call that went well; most methods return nothing. */
export const succeeded = (
  returnValue: unknown = null,
  more: { readonly subscription?: Subscription } = {}
): ApiResponse => ({
  success: true,
  returnValue,
  errors: null,
  ...more
});

/** The response of a call that failed. */
export const failed = (...errors: readonly ApiError[]): ApiResponse => ({ success: false, returnValue: null, errors });
