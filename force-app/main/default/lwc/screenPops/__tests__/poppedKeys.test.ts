import { poppedKey, poppedKeys } from '../poppedKeys';

const kept = (): unknown => JSON.parse(localStorage.getItem(poppedKey) ?? 'null');
const here = (): Storage => localStorage;

describe('what popped', () => {
  afterEach(() => localStorage.clear());

  it('is seen by every tab, and claimed once', async () => {
    const [one, other] = [poppedKeys(here, undefined), poppedKeys(here, undefined)];
    expect(await one.claim('call-1')).toBe(true);
    expect(await other.claim('call-1')).toBe(false);
    expect(other.all().has('call-1')).toBe(true);
    expect(await poppedKeys(here, undefined).claim('call-1')).toBe(false);
  });

  it('is claimed under the lock of its name, and without it where the lock fails', async () => {
    const request = jest.fn((_name: string, work: () => Promise<unknown>) => work());
    const keys = poppedKeys(here, { request } as unknown as LockManager);
    expect(await keys.claim('call-1')).toBe(true);
    expect(request.mock.calls.map(([name]) => name)).toEqual([poppedKey]);
    request.mockRejectedValueOnce(new Error('no lock'));
    expect(await keys.claim('call-2')).toBe(true);
    expect(await keys.claim('call-2')).toBe(false);
  });

  it('is bounded, and forgets the oldest', async () => {
    localStorage.setItem(poppedKey, JSON.stringify(Array.from({ length: 500 }, (_, place) => `old-${place}`)));
    await poppedKeys(here, undefined).claim('new');
    expect(kept()).toHaveLength(500);
    expect(kept()).not.toContain('old-0');
    expect(kept()).toContain('new');
  });

  it.each([['not JSON'], ['{}'], ['[1,null]']])('begins anew where somebody wrote %s', async (text) => {
    localStorage.setItem(poppedKey, text);
    const keys = poppedKeys(here, undefined);
    expect([...keys.all()]).toEqual([]);
    expect(await keys.claim('call-1')).toBe(true);
    expect(kept()).toEqual(['call-1']);
  });

  it('is remembered for the page where the browser stores nothing', async () => {
    const refused = (): Storage => {
      throw new DOMException('refused', 'SecurityError');
    };
    const keys = poppedKeys(refused, undefined);
    expect(await keys.claim('call-1')).toBe(true);
    expect(await keys.claim('call-1')).toBe(false);
    expect(keys.all().has('call-1')).toBe(true);
  });
});
