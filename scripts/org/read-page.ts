import { request as requestPlain, type IncomingMessage } from 'node:http';
import { request as requestOverTls } from 'node:https';
import { TLSSocket } from 'node:tls';
import type { PageAnswer } from '../resources/session-service/page-answer';
import { networkFailure } from './failure';

export type ReadPageOptions = {
  readonly signal: AbortSignal;
  /** Origin that frames the page, which the browser names as its referrer. */
  readonly framedBy?: string;
  /** Milliseconds until an unanswered request counts as lost. */
  readonly timeout?: number;
};

/** No page of a login needs more before its first words. */
const longest = 262_144;

/** Asks for a page as a browser asks for what stands in a frame. Follows no redirect: where it leads may answer otherwise. */
export async function readPage(
  url: string,
  { signal, framedBy, timeout = 15_000 }: ReadPageOptions
): Promise<PageAnswer> {
  signal.throwIfAborted();
  const deadline = AbortSignal.any([signal, AbortSignal.timeout(timeout)]);
  try {
    const response = await ask(url, framedBy, deadline);
    const certificate = certificateOf(response);
    return {
      ok: true,
      status: response.statusCode ?? 0,
      headers: headersOf(response),
      text: await beginning(response),
      ...(certificate !== undefined && { certificate })
    };
  } catch (error) {
    signal.throwIfAborted();
    const reason: unknown = deadline.aborted ? deadline.reason : error;
    const { code, failureClass } = networkFailure(reason, new URL(url).host, 'reading a page');
    return { ok: false, code, untrusted: failureClass === 'untrusted' };
  }
}

/** Not with fetch, which says `Sec-Fetch-Mode: cors` whatever one asks for, and never shows a certificate. */
function ask(url: string, framedBy: string | undefined, signal: AbortSignal): Promise<IncomingMessage> {
  const headers = {
    accept: 'text/html,application/xhtml+xml;q=0.9,*/*;q=0.8',
    'sec-fetch-dest': 'iframe',
    'sec-fetch-mode': 'navigate',
    'sec-fetch-site': 'cross-site',
    ...(framedBy !== undefined && { referer: `${framedBy}/` })
  };
  const request = url.startsWith('https:') ? requestOverTls : requestPlain;
  return new Promise((resolve, reject) => {
    request(url, { headers, signal }).once('response', resolve).on('error', reject).end();
  });
}

/** Several headers of one name are one list (RFC 9110, 5.3). */
function headersOf({ headers }: IncomingMessage): ReadonlyMap<string, string> {
  return new Map(Object.entries(headers).map(([name, value = '']) => [name, [value].flat().join(', ')]));
}

function certificateOf({ socket }: IncomingMessage): { readonly from: number; readonly until: number } | undefined {
  if (!(socket instanceof TLSSocket)) return undefined;
  const { valid_from: from, valid_to: until } = socket.getPeerCertificate();
  return Number.isNaN(Date.parse(until)) ? undefined : { from: Date.parse(from), until: Date.parse(until) };
}

async function beginning(response: IncomingMessage): Promise<string> {
  response.setEncoding('utf8');
  let text = '';
  // Leaving the loop ends the transfer.
  for await (const chunk of response as AsyncIterable<string>) {
    text += chunk;
    if (text.length >= longest) break;
  }
  return text;
}
