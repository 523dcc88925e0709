import { classifyAnswer, OrgFailure } from './failure';
import { redact } from './redact';

/** An answer as it came over the network. */
export type RawResponse = { readonly status: number; readonly text: string; readonly headers: Headers };

/** `sf:` is Salesforce's prefix. */
const soapFault = /<faultcode>(?:[\w-]+:)?(\w+)<\/faultcode>[\s\S]*?<faultstring>([\s\S]*?)<\/faultstring>/;
/** The faults that are Salesforce's own trouble; every other one says what was wrong with the call. */
const faultsOfTheServer: readonly string[] = ['UNKNOWN_EXCEPTION', 'SERVER_UNAVAILABLE', 'Server'];

/** During maintenance Salesforce answers with an HTML page, now and then with status 200. */
export function looksLikePage({ text }: { readonly text: string }): boolean {
  return /^\s*<(!doctype html|html)/i.test(text);
}

/** What an answer that is not a success means; nothing of `secrets` is left in its words. */
export function answeredFailure(response: RawResponse, purpose: string, secrets: readonly string[] = []): OrgFailure {
  const { status, text, headers } = response;
  if (looksLikePage(response)) {
    return new OrgFailure(
      'unavailable',
      `HTTP_${status}`,
      'Salesforce answered with a web page instead of data',
      purpose
    );
  }
  const { code, message, status: told } = readError(status, text);
  const seconds = Number(headers.get('retry-after'));
  return new OrgFailure(
    classifyAnswer(told, code, message),
    code,
    redact(message, secrets),
    purpose,
    Number.isFinite(seconds) && seconds > 0 ? Math.min(seconds, 120) * 1000 : undefined
  );
}

function readError(status: number, text: string): { code: string; message: string; status: number } {
  const fault = soapFault.exec(text);
  if (fault !== null) {
    const [, code = 'FAULT', message = text] = fault;
    // SOAP sends every fault with HTTP 500, a refusal too (SOAP 1.1, section 6.2): the status tells nothing.
    return { code, message, status: faultsOfTheServer.includes(code) ? status : 400 };
  }
  const body = parseJson(text);
  const first = Array.isArray(body) ? (body[0] as unknown) : body;
  if (typeof first === 'object' && first !== null) {
    const { errorCode, message, error, error_description: described } = first as Record<string, unknown>;
    const code = errorCode ?? error;
    if (typeof code === 'string')
      return { code, message: typeof message === 'string' ? message : String(described ?? code), status };
  }
  return { code: `HTTP_${status}`, message: text.slice(0, 200), status };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined; // not JSON: the caller falls back to the HTTP status
  }
}
