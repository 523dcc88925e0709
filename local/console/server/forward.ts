import { request as askHttp, type IncomingMessage, type ServerResponse } from 'node:http';
import { request as askHttps } from 'node:https';

/** Passes a request on to another server of this computer, and its answer back. `cert` is the only one that is trusted. */
export function forward(options: {
  readonly message: IncomingMessage;
  readonly response: ServerResponse;
  readonly to: URL;
  readonly cert: string;
  readonly headers?: Readonly<Record<string, string>>;
}): void {
  const { message, response, to, cert, headers: more = {} } = options;
  const { host: _host, connection: _connection, cookie: _cookie, ...headers } = message.headers;
  const given = { method: message.method ?? 'GET', headers: { ...headers, ...more } };
  // The certificate says 127.0.0.1, and nobody else is asked.
  const asked = to.protocol === 'https:' ? askHttps(to, { ...given, ca: cert }) : askHttp(to, given);
  asked.on('response', (answer) => {
    response.writeHead(answer.statusCode ?? 502, answer.headers);
    answer.pipe(response);
  });
  asked.on('error', (error) => {
    if (response.headersSent) return void response.destroy();
    response.writeHead(502, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ code: 'unreachable', message: error.message }));
  });
  message.pipe(asked);
}
