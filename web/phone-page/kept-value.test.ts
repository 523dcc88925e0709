import assert from 'node:assert/strict';
import { keptValue } from './kept-value';

const blocked = {
  get localStorage(): Storage {
    throw new Error('SecurityError');
  }
};

/** Keeps cookies as a browser does, and what else was said of them. */
function jar(): { document: Document; said: string[] } {
  const cookies = new Map<string, string>();
  const said: string[] = [];
  const document = {
    get cookie(): string {
      return [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    },
    set cookie(line: string) {
      const [pair = '', ...rest] = line.split('; ');
      const [name = '', value = ''] = pair.split('=');
      if (rest.includes('Max-Age=0')) cookies.delete(name);
      else cookies.set(name, value);
      said.push(...rest);
    }
  };
  return { document: document as Document, said };
}

describe('a value that outlives a reload', () => {
  it('is kept by the storage of the browser, and by nothing else', () => {
    const stored = new Map<string, string>();
    const localStorage = {
      getItem: (name: string) => stored.get(name) ?? null,
      setItem: (name: string, value: string) => void stored.set(name, value),
      removeItem: (name: string) => void stored.delete(name)
    } as Storage;
    const { document } = jar();
    keptValue({ localStorage, document }, 'a').keep('x; y');
    assert.equal(keptValue({ localStorage, document }, 'a').read(), 'x; y');
    assert.equal(document.cookie, '');
    keptValue({ localStorage, document }, 'a').keep(undefined);
    assert.equal(keptValue({ localStorage, document }, 'a').read(), undefined);
  });

  it('is kept by a cookie of this frame where the storage is blocked', () => {
    const { document, said } = jar();
    const window = Object.defineProperty({ document }, 'localStorage', { get: () => blocked.localStorage }) as never;
    keptValue(window, 'a').keep('x; y=z');
    keptValue(window, 'b').keep('other');
    assert.equal(keptValue(window, 'a').read(), 'x; y=z');
    assert.ok(['Secure', 'SameSite=None', 'Partitioned', 'Path=/'].every((word) => said.includes(word)));
    keptValue(window, 'a').keep(undefined);
    assert.equal(keptValue(window, 'a').read(), undefined);
    assert.equal(keptValue(window, 'b').read(), 'other');
  });

  it('is held for as long as the page where neither is there', () => {
    const document = Object.defineProperty({}, 'cookie', { get: () => '', set: () => undefined }) as Document;
    const window = Object.defineProperty({ document }, 'localStorage', { get: () => blocked.localStorage }) as never;
    const kept = keptValue(window, 'a');
    kept.keep('x');
    assert.equal(kept.read(), 'x');
  });
});
