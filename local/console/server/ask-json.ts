import { request as askHttp } from 'node:http';
import { request as askHttps } from 'node:https';

/** Asks a server of this computer and gives its JSON; an answer that is no success is an error with its words. `cert` is trusted. */
export function askJson(options: {
  readonly method: string;
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
  readonly cert?: string;
}): Promise<unknown> {
  const { method, url, headers = {}, body, cert } = options;
  return new Promise((resolve, reject) => {
    const given = {
      method,
      headers: { ...headers, ...(body === undefined ? {} : { 'content-length': Buffer.byteLength(body) }) }
    };
    const asked = url.startsWith('https:') ? askHttps(url, { ...given, ca: cert }) : askHttp(url, given);
    asked.on('error', reject);
    asked.on('response', (answer) => {
      let text = '';
      answer.setEncoding('utf8').on('data', (part: string) => (text += part));
      answer.on('end', () => {
        const status = answer.statusCode ?? 0;
        if (status < 200 || status > 299) return reject(new Error(`${method} ${url}: ${status} ${text.slice(0, 500)}`));
        resolve(text === '' ? {} : JSON.parse(text));
      });
    });
    asked.end(body);
  });
}
