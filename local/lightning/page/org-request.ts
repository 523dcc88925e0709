import { page } from './page-config';

/** What an LWC sees when something that it asked for fails. */
export type FetchFailure = {
  readonly errorType: 'fetchResponse';
  readonly ok: false;
  readonly status: number;
  readonly statusText: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
};

/** Makes a failure as an LWC sees it. */
export const fetchFailure = (status: number, statusText: string, body: unknown): FetchFailure => ({
  errorType: 'fetchResponse',
  ok: false,
  status,
  statusText,
  headers: {},
  body
});

/** What a call meets when the computer is offline. */
export const disconnected = (): FetchFailure => fetchFailure(0, '', { message: 'Disconnected or Canceled' });

let open = 0;

/** Requests that the org has not answered yet. */
export const openRequests = (): number => open;

/** Asks the page's org; rejects with what an LWC would see. */
export async function askOrg(method: string, path: string, body?: unknown): Promise<unknown> {
  open += 1;
  try {
    return await ask(method, path, body);
  } finally {
    open -= 1;
  }
}

async function ask(method: string, path: string, body: unknown): Promise<unknown> {
  const response = await fetch(`${page.org}${path}`, {
    method,
    headers: { 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) })
  }).catch(() => {
    // oxlint-disable-next-line typescript/only-throw-error -- the platform rejects with plain objects
    throw disconnected();
  });
  const text = await response.text();
  const answer: unknown = text === '' ? undefined : JSON.parse(text);
  // oxlint-disable-next-line typescript/only-throw-error -- the platform rejects with plain objects
  if (!response.ok) throw fetchFailure(response.status, response.statusText, answer);
  return answer;
}
