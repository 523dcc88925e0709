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
  try {
    const response = await fetch(url, {
      headers: {
        accept: 'text/html,application/xhtml+xml;q=0.9,*/*;q=0.8',
        'sec-fetch-dest': 'iframe',
        'sec-fetch-mode': 'navigate',
        'sec-fetch-site': 'cross-site',
        ...(framedBy !== undefined && { referer: `${framedBy}/` })
      },
      redirect: 'manual',
      signal: AbortSignal.any([signal, AbortSignal.timeout(timeout)])
    });
    return { ok: true, status: response.status, headers: new Map(response.headers), text: await beginning(response) };
  } catch (error) {
    signal.throwIfAborted();
    const { code, failureClass } = networkFailure(error, new URL(url).host, 'reading a page');
    return { ok: false, code, untrusted: failureClass === 'untrusted' };
  }
}

async function beginning({ body }: Response): Promise<string> {
  if (body === null) return '';
  const decoder = new TextDecoder();
  let text = '';
  // Leaving the loop ends the transfer.
  for await (const chunk of body as unknown as AsyncIterable<Uint8Array>) {
    text += decoder.decode(chunk, { stream: true });
    if (text.length >= longest) break;
  }
  return text;
}
