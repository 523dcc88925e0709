import { once } from 'node:events';
import { connect, type Socket } from 'node:net';

export type PlainAnswer = { readonly status: number; readonly body: string };

/** One connection that is kept, one request at a time: the client must not cost more than the server that it measures. */
export type PlainConnection = {
  readonly ask: (request: string) => Promise<PlainAnswer>;
  readonly close: () => void;
};

/** Connects to a server of this computer. */
export async function openConnection(port: number): Promise<PlainConnection> {
  const socket: Socket = connect(port, '127.0.0.1').setNoDelay(true);
  // One character for each byte, so that lengths are right.
  socket.setEncoding('latin1');
  await once(socket, 'connect');
  let text = '';
  let waiting: { readonly resolve: (answer: PlainAnswer) => void; readonly reject: (error: Error) => void } | undefined;
  const fail = (error: Error): void => {
    waiting?.reject(error);
    waiting = undefined;
  };
  socket.on('data', (chunk: string) => {
    text += chunk;
    const answer = wholeAnswer(text);
    if (answer === undefined) return;
    text = '';
    waiting?.resolve(answer);
    waiting = undefined;
  });
  socket.on('error', fail);
  socket.on('close', () => fail(new Error(`The server on ${port} closed the connection.`)));
  return {
    ask: (request) =>
      new Promise((resolve, reject) => {
        waiting = { resolve, reject };
        socket.write(request, 'latin1');
      }),
    close: () => socket.destroy()
  };
}

function wholeAnswer(text: string): PlainAnswer | undefined {
  const head = text.indexOf('\r\n\r\n');
  if (head === -1) return undefined;
  const length = Number(/\r\ncontent-length: (\d+)/i.exec(text.slice(0, head))?.[1] ?? 0);
  const body = text.slice(head + 4);
  return body.length < length ? undefined : { status: Number(text.slice(9, 12)), body };
}

export type PlainRequest = {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
};

/** The request as it goes over the wire. */
export function requestText({ method, path, headers = {}, body }: PlainRequest): string {
  const payload = body === undefined ? '' : JSON.stringify(body);
  const sized = body === undefined ? {} : { 'content-type': 'application/json', 'content-length': payload.length };
  const lines = Object.entries({ host: 'voice.ringdown.test', ...headers, ...sized }).map(
    ([name, value]) => `${name}: ${value}`
  );
  return `${method} ${path} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n${payload}`;
}
