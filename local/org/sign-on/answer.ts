import type { ApiResponse } from '../api';

/** Sends the browser on. */
export const sendTo = (location: string): ApiResponse => ({
  status: 302,
  headers: { location, 'cache-control': 'no-store' }
});

/** A page for people; the body is HTML that is escaped already. Like Salesforce's, it refuses to be framed. */
export const page = (title: string, body: string, status = 200): ApiResponse => ({
  status,
  headers: {
    'content-type': 'text/html;charset=UTF-8',
    'cache-control': 'no-store',
    'content-security-policy': "default-src 'none'; frame-ancestors 'none'"
  },
  body: `<!doctype html><html lang="en"><meta charset="utf-8"><title>${escaped(title)}</title><h1>${escaped(title)}</h1>\n${body}\n</html>\n`
});

/** Text as it stands in HTML. */
export const escaped = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);

/** An error that goes back to the client [RFC 6749 4.1.2.1]. */
export function backWithError(
  { redirectUri, state }: { readonly redirectUri: string; readonly state?: string | undefined },
  error: string,
  description: string
): ApiResponse {
  return sendBack(redirectUri, { error, error_description: description, ...(state !== undefined && { state }) });
}

/** Back to the client with these parameters. */
export function sendBack(redirectUri: string, values: Readonly<Record<string, string>>): ApiResponse {
  const url = new URL(redirectUri);
  for (const [name, value] of Object.entries(values)) url.searchParams.set(name, value);
  return sendTo(url.href);
}
