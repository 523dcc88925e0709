import assert from 'node:assert/strict';
import { type BrowserContext, type Frame, type Page, type Response } from 'playwright-core';

/** What a browser was given that opens something, and every place outside its memory where that might have gone. */
export type BrowserSecrets = {
  /** By what it is, such as `code`; waits until every answer so far was read. */
  readonly given: () => Promise<ReadonlyMap<string, readonly string[]>>;
  /** Addresses that were asked for, of WebSockets too, what was said to other sites about them, and what pages wrote to their console. */
  readonly traces: readonly string[];
  readonly sockets: readonly string[];
};

const telling = /\/orgs\/\w+\/(attempts|login|redeem|phone-ticket|session\/activity)$/;
const opening = ['secret', 'code', 'bearer', 'ticket'] as const;

/** Call it before the first page opens. */
export function watchSecrets(context: BrowserContext): BrowserSecrets {
  const given = new Map<string, string[]>();
  const note = (what: string, value: string): void => void given.set(what, [...(given.get(what) ?? []), value]);
  const reading: Promise<void>[] = [];
  const traces: string[] = [];
  const sockets: string[] = [];
  const read = async (response: Response): Promise<void> => {
    const body = (await response.json().catch(() => ({}))) as Readonly<Record<string, unknown>>;
    for (const what of opening) if (typeof body[what] === 'string') note(what, body[what]);
  };
  context.on('request', (request) => {
    traces.push(request.url(), request.headers().referer ?? '');
    const { password } = (request.method() === 'POST' ? jsonOf(request.postData()) : {}) as { password?: unknown };
    if (typeof password === 'string') note('password', password);
  });
  context.on('response', (response) => {
    if (response.request().method() === 'POST' && telling.test(new URL(response.url()).pathname))
      reading.push(read(response));
  });
  context.on('console', (message) => traces.push(message.text()));
  context.on('page', (page) =>
    page.on('websocket', (socket) => {
      sockets.push(socket.url());
      traces.push(socket.url());
    })
  );
  return {
    traces,
    sockets,
    given: async () => {
      await Promise.all(reading);
      const cookies = (await context.cookies()).filter(({ httpOnly }) => httpOnly);
      for (const { name, value } of cookies) note(name, value);
      return given;
    }
  };
}

/** Everything that a script of any page or frame can read after a reload, and what forms still hold, frame by frame. */
export async function readableIn(page: Page): Promise<readonly { readonly url: string; readonly text: string }[]> {
  const read = async (frame: Frame) => ({ url: frame.url(), text: await frame.evaluate(kept) });
  return Promise.all(
    page
      .frames()
      .filter((frame) => frame.url().startsWith('https:'))
      .map(read)
  );
}

/** Says which secret stands in which of these texts, and fails when one does. */
export function assertNoneIn(
  given: ReadonlyMap<string, readonly string[]>,
  texts: Iterable<readonly [where: string, text: string]>
): void {
  const found = [...texts].flatMap(([where, text]) =>
    [...given].flatMap(([what, values]) =>
      values.some((value) => value !== '' && [value, encodeURIComponent(value)].some((each) => text.includes(each)))
        ? [`${what} in ${where}`]
        : []
    )
  );
  assert.deepEqual([...new Set(found)], []);
}

function jsonOf(text: string | null): unknown {
  try {
    return (JSON.parse(text ?? '{}') as unknown) ?? {};
  } catch {
    return {};
  }
}

/** Runs in the page. */
async function kept(): Promise<string> {
  const whole = <Value>(request: IDBRequest<Value>): Promise<Value> =>
    new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error ?? new Error('IndexedDB'));
    });
  const databases = [];
  for (const { name = '' } of await indexedDB.databases()) {
    const database = await whole(indexedDB.open(name));
    for (const store of database.objectStoreNames) {
      const objects = database.transaction(store).objectStore(store);
      databases.push(name, store, await whole(objects.getAllKeys()), await whole(objects.getAll()));
    }
    database.close();
  }
  const cached = [];
  for (const name of await caches.keys())
    for (const request of await (await caches.open(name)).keys()) cached.push(name, request.url);
  const typed = [...document.querySelectorAll('input, textarea')].map((field) => (field as HTMLInputElement).value);
  const { name, location, history } = window;
  const address = [name, location.href, document.referrer, history.state as unknown];
  return JSON.stringify([
    { ...localStorage },
    { ...sessionStorage },
    document.cookie,
    databases,
    cached,
    typed,
    address
  ]);
}
