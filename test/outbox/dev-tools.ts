/** The protocol of a browser (Chrome DevTools Protocol), one connection for all its pages. */
export type DevTools = {
  readonly send: (method: string, params?: object, sessionId?: string) => Promise<unknown>;
  /** Resolves at the next such event of a session. */
  readonly event: (sessionId: string, method: string) => Promise<void>;
  readonly close: () => void;
};

type Message = {
  readonly id?: number;
  readonly result?: unknown;
  readonly error?: { readonly message: string };
  readonly method?: string;
  readonly sessionId?: string;
};

type Waiting = { readonly resolve: (result: unknown) => void; readonly reject: (error: Error) => void };

/** Connects to the address that the browser names when it starts. */
export async function connectDevTools(address: string): Promise<DevTools> {
  const socket = new WebSocket(address);
  await new Promise((resolve, reject) => {
    socket.addEventListener('open', resolve);
    socket.addEventListener('error', () => reject(new Error(`Nothing answers at ${address}`)));
  });
  const waiting = new Map<number, Waiting>();
  const listening = new Map<string, (() => void)[]>();
  let lastId = 0;

  socket.addEventListener('message', ({ data }) => {
    const message = JSON.parse(String(data)) as Message;
    if (message.id === undefined) {
      const key = `${message.sessionId ?? ''} ${message.method ?? ''}`;
      const listeners = listening.get(key) ?? [];
      listening.delete(key);
      for (const tell of listeners) tell();
      return;
    }
    const asked = waiting.get(message.id);
    waiting.delete(message.id);
    if (message.error) asked?.reject(new Error(message.error.message));
    else asked?.resolve(message.result);
  });

  return {
    send: (method, params = {}, sessionId) =>
      new Promise((resolve, reject) => {
        lastId += 1;
        waiting.set(lastId, { resolve, reject });
        socket.send(JSON.stringify({ id: lastId, method, params, ...(sessionId ? { sessionId } : {}) }));
      }),
    event: (sessionId, method) =>
      new Promise((resolve) => {
        const key = `${sessionId} ${method}`;
        listening.set(key, [...(listening.get(key) ?? []), resolve]);
      }),
    close: () => socket.close()
  };
}
