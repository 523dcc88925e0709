import mine from '@salesforce/apex/RepPreferences.mine';

jest.mock('@salesforce/apex/RepPreferences.mine', () => ({ default: jest.fn(), __esModule: true }), { virtual: true });

const channels: FakeChannel[] = [];
class FakeChannel {
  onmessage?: (message: unknown) => void;
  constructor(readonly name: string) {
    channels.push(this);
  }
  postMessage(data: unknown): void {
    for (const other of channels) if (other !== this && other.name === this.name) other.onmessage?.({ data });
  }
}

const turn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));
const own = (RingSound__c: string): object[] => [{ SetupOwnerId: '0050000000001AAA', RingSound__c }];

/** The module as a tab of its own has it. */
async function tab(): Promise<typeof import('c/repPreferences')> {
  jest.resetModules();
  const [preferences, apex] = await Promise.all([
    import('c/repPreferences'),
    import('@salesforce/apex/RepPreferences.mine')
  ]);
  (apex.default as jest.Mock).mockImplementation(() => (mine as unknown as jest.Mock)() as unknown);
  return preferences;
}

beforeEach(() => {
  channels.length = 0;
  (mine as unknown as jest.Mock).mockReset().mockResolvedValue(own('off'));
  Object.assign(globalThis, { BroadcastChannel: FakeChannel });
});

describe('what the rep chose', () => {
  it('is told to who watches, at once where it is known, and to nobody who stopped', async () => {
    const { readPreferences, watchPreferences } = await tab();
    const [early, late, gone] = [jest.fn(), jest.fn(), jest.fn()];
    watchPreferences(early);
    watchPreferences(gone)();
    const read = await readPreferences();
    watchPreferences(late);
    expect(read).toEqual({ autoLogin: true, ringSound: false, messageSound: true });
    for (const listener of [early, late]) expect(listener.mock.calls).toEqual([[read]]);
    expect(gone).not.toHaveBeenCalled();
  });

  it('reaches the other tabs when it is saved in one', async () => {
    const [one, other] = [await tab(), await tab()];
    const heard = jest.fn();
    one.watchPreferences(jest.fn());
    other.watchPreferences(heard);
    (mine as unknown as jest.Mock).mockResolvedValue(own('on'));
    one.preferencesSaved({ autoLogin: true, ringSound: true, messageSound: true });
    await turn();
    expect(heard.mock.calls).toEqual([[{ autoLogin: true, ringSound: true, messageSound: true }]]);
  });

  it('is known in its own tab where the browser has no channel', async () => {
    Object.assign(globalThis, { BroadcastChannel: undefined });
    const { preferencesSaved, watchPreferences } = await tab();
    const heard = jest.fn();
    watchPreferences(heard);
    preferencesSaved({ autoLogin: false, ringSound: true, messageSound: true });
    expect(heard).toHaveBeenCalledTimes(1);
  });
});
