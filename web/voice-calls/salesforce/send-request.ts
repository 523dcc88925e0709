/** One request to Salesforce. */
export type TelephonyRequest = {
  readonly method: 'POST' | 'PATCH';
  readonly url: string;
  readonly token: string;
  readonly body: object;
};

/** An answer; or the request certainly never arrived; or nobody knows whether it did. */
export type TelephonyAnswer =
  | { readonly kind: 'answered'; readonly status: number; readonly body: unknown; readonly retryAfterSeconds?: number }
  | { readonly kind: 'not-sent'; readonly reason: string }
  | { readonly kind: 'lost'; readonly reason: string };

export type SendRequest = (request: TelephonyRequest) => Promise<TelephonyAnswer>;

/** Nobody reads more of an answer than this. */
const largestAnswer = 65_536;
/** What fails before anything of the request is on its way. */
const neverSent =
  /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|UND_ERR_CONNECT_TIMEOUT|CERT_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_|ERR_TLS_|ERR_SSL_)/;

export type SendOptions = { readonly providerName: string; readonly timeoutMs: number };

/** Sends over HTTP and waits for the answer, but not for ever. */
export function createSendRequest({ providerName, timeoutMs }: SendOptions): SendRequest {
  return async ({ method, url, token, body }) => {
    const headers = {
      authorization: `Bearer ${token}`,
      'content-type': 'application/json',
      'telephony-provider-name': providerName
    };
    try {
      const response = await fetch(url, {
        ...{ method, headers, body: JSON.stringify(body) },
        // A redirect would take the token elsewhere.
        redirect: 'error',
        signal: AbortSignal.timeout(timeoutMs)
      });
      const seconds = Number(response.headers.get('retry-after') ?? NaN);
      return {
        ...{ kind: 'answered', status: response.status, body: await readBody(response) },
        ...(Number.isFinite(seconds) && seconds > 0 ? { retryAfterSeconds: seconds } : {})
      };
    } catch (error) {
      const code = codeOf(error);
      return neverSent.test(code) ? { kind: 'not-sent', reason: code } : { kind: 'lost', reason: code };
    }
  };
}

/** JSON, or the text when it is none. An answer that breaks off has told its status: that is what counts. */
async function readBody(response: Response): Promise<unknown> {
  let text = '';
  try {
    const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
    while (reader !== undefined && text.length <= largestAnswer) {
      const { done, value } = await reader.read();
      if (done) break;
      text += value;
    }
    await reader?.cancel();
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** What the system calls it; never its text, which may name addresses. */
function codeOf(error: unknown): string {
  const { name, cause } = error as {
    readonly name?: string;
    readonly cause?: { readonly code?: unknown; readonly errors?: readonly { readonly code?: unknown }[] };
  };
  const code = cause?.code ?? cause?.errors?.[0]?.code;
  return typeof code === 'string' ? code : (name ?? 'unknown');
}
