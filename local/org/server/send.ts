import type { ServerResponse } from 'node:http';
import type { ApiResponse } from '../api';

/** Sends an answer: an object as JSON, text and bytes as they are. */
export function send(response: ServerResponse, { status, headers = {}, body }: ApiResponse, isHead: boolean): void {
  const content =
    typeof body === 'string' || Buffer.isBuffer(body) ? body : body === undefined ? undefined : JSON.stringify(body);
  const type =
    content === undefined
      ? {}
      : { 'content-type': typeof body === 'string' ? 'text/plain;charset=UTF-8' : 'application/json;charset=UTF-8' };
  const length = content === undefined ? {} : { 'content-length': String(Buffer.byteLength(content)) };
  response.writeHead(status, { ...type, ...length, ...headers });
  response.end(isHead ? undefined : content);
}
