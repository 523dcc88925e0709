import { genericError } from '../../opencti/api-errors';
import { methodChecks } from '../../opencti/check-call';
import { failed, readCall, type ApiCall, type ApiError, type ApiMessage, type ApiResponse } from '../../opencti/wire';
import type { Softphone } from './softphone';

/** One call of a method, with what it was answered. */
export type CallRecord = {
  /** ISO 8601. */
  readonly at: string;
  readonly method: string;
  readonly args: Readonly<Record<string, unknown>>;
  /** Absent while it is worked on, and for a call that nobody hears the answer of and that is never answered. */
  readonly response?: ApiResponse;
};

/** Does what a method asks. */
export type Handler = (args: ApiCall['args'], call: ApiCall) => ApiResponse | Promise<ApiResponse>;

/** Answers that are given instead of doing anything: an error, or none at all. */
export type Fault = ApiError | 'no-answer';

/** The page's end of the line to the adapter. */
export type Host = {
  readonly calls: () => readonly CallRecord[];
  /** Tells the listeners of a method, if the adapter has any. */
  readonly tell: (method: string, payload: unknown) => void;
  readonly tellSubscriber: (subscription: string, message: unknown) => void;
  /** Lets a method fail, as often as said; with no fault it works again. */
  readonly fail: (method: string, fault: Fault | undefined, times: number) => void;
  /** A new page of the adapter speaks: those who listened are gone. */
  readonly onNewPage: (listener: () => void) => void;
  readonly problems: () => readonly string[];
  readonly onCall: (listener: (record: CallRecord) => void) => void;
  readonly onProblem: (listener: (problem: string) => void) => void;
};

/** Listens to the adapter and answers it. */
export function openHost(softphone: () => Softphone | undefined, handlers: Readonly<Record<string, Handler>>): Host {
  const records: CallRecord[] = [];
  const faults = new Map<string, { readonly fault: Fault; times: number }>();
  const problems: string[] = [];
  const heard: ((record: CallRecord) => void)[] = [];
  const wrong: ((problem: string) => void)[] = [];
  const renewed: (() => void)[] = [];
  let lastCallId = -1;
  /** API version of those who listen, by method. */
  const listening = new Map<string, number>();

  const post = (message: ApiMessage): void => {
    const phone = softphone();
    phone?.frame.contentWindow?.postMessage(message, phone.origin());
  };
  const complain = (problem: string): void => {
    problems.push(problem);
    for (const listener of wrong) listener(problem);
  };
  const faultOf = (method: string): Fault | undefined => {
    const found = faults.get(method);
    if (!found) return undefined;
    found.times -= 1;
    if (found.times < 1) faults.delete(method);
    return found.fault;
  };
  const answer = async (call: ApiCall): Promise<ApiResponse | undefined> => {
    const { methodName, args } = call;
    const [check, handler] = [methodChecks[methodName], handlers[methodName]];
    if (!check || !handler) {
      complain(`There is no method ${methodName}`);
      return failed(genericError());
    }
    const fault = faultOf(methodName);
    if (fault === 'no-answer') return undefined;
    const problem = fault ?? check(args);
    if (problem !== undefined) return failed(problem);
    try {
      return await handler(args, call);
    } catch (error) {
      complain(`${methodName}: ${error instanceof Error ? error.message : String(error)}`);
      return failed(genericError());
    }
  };
  const receive = async (call: ApiCall): Promise<void> => {
    const { methodName, callId, apiVersion, args } = call;
    const at = new Date().toISOString();
    const place = records.push({ at, method: methodName, args }) - 1;
    // Calls of one page are numbered upwards; lower means that another page has begun.
    if (callId <= lastCallId) {
      listening.clear();
      for (const listener of renewed) listener();
    }
    lastCallId = callId;
    if (call.isListenerRegistered) listening.set(methodName, apiVersion);
    const response = await answer(call);
    const record = { at, method: methodName, args, ...(response === undefined ? {} : { response }) };
    records[place] = record;
    for (const listener of heard) listener(record);
    // The library hands whatever comes for a method to its listeners as well: nobody is answered who did not ask.
    if (response !== undefined && call.isCallbackRegistered)
      post({ apiType: 'opencti', apiVersion, methodName, callId, response });
  };
  window.addEventListener('message', ({ source, origin, data }: MessageEvent<unknown>) => {
    const phone = softphone();
    if (!phone || source !== phone.frame.contentWindow) return;
    const call = readCall(data);
    if (!call) return;
    if (origin === phone.origin()) void receive(call);
    else complain(`${call.methodName} came from ${origin}, and the softphone is of ${phone.origin()}`);
  });
  const tell = (methodName: string, payload: unknown): void => {
    const apiVersion = listening.get(methodName);
    if (apiVersion !== undefined) post({ apiType: 'opencti', apiVersion, methodName, response: payload });
  };
  return {
    calls: () => records,
    tell,
    tellSubscriber: (subscription, message) =>
      post({ apiType: 'opencti', apiVersion: 0, methodName: 'subscribe', response: message, subscription }),
    fail: (method, fault, times) =>
      void (fault === undefined ? faults.delete(method) : faults.set(method, { fault, times })),
    onNewPage: (listener) => void renewed.push(listener),
    problems: () => problems,
    onCall: (listener) => void heard.push(listener),
    onProblem: (listener) => void wrong.push(listener)
  };
}
