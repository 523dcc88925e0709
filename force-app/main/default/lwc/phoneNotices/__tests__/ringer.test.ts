import { openRinger } from '../ringer';
import { openTones, type Tones } from '../tones';

const turn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));
const call = (state: 'ringing' | 'active' | 'done', callKey = 'leg-1', direction: 'inbound' | 'outbound' = 'inbound') =>
  ({ callKey, state, direction }) as const;

function fakeTones() {
  const heard = { rings: 0, stopped: 0, chimes: 0 };
  const tones: Tones & { isMute: boolean } = {
    isMute: false,
    canPlay: () => Promise.resolve(!tones.isMute),
    ring: () => {
      heard.rings += 1;
      return () => {
        heard.stopped += 1;
      };
    },
    chime: () => {
      heard.chimes += 1;
    }
  };
  return { tones, heard };
}

/** The locks of one browser, shared by its tabs. */
function fakeLocks(): LockManager {
  const held = new Set<string>();
  const request = async (
    name: string,
    _options: LockOptions,
    work: (lock: object | null) => Promise<void> | undefined
  ) => {
    const isFree = !held.has(name);
    held.add(name);
    await work(isFree ? { name } : null);
    if (isFree) held.delete(name);
  };
  return { request } as unknown as LockManager;
}

describe('the ringer', () => {
  it('rings while a call rings, once for two of them, and stops when both are answered', async () => {
    const { tones, heard } = fakeTones();
    const ringer = openRinger(tones, undefined);
    ringer.allow(true);
    ringer.hear(call('ringing'));
    ringer.hear(call('ringing', 'leg-2'));
    await turn();
    ringer.hear(call('active'));
    expect(heard).toEqual({ rings: 1, stopped: 0, chimes: 0 });
    ringer.hear(call('done', 'leg-2'));
    expect(heard.stopped).toBe(1);
    ringer.hear(call('ringing', 'leg-3'));
    await turn();
    expect(heard.rings).toBe(2);
    ringer.silence();
    expect(heard.stopped).toBe(2);
  });

  it('is silent for a call that the rep makes, for who wants no sound, and where nothing can be heard', async () => {
    const { tones, heard } = fakeTones();
    const ringer = openRinger(tones, undefined);
    ringer.hear(call('ringing'));
    await turn();
    ringer.hear(call('done'));
    ringer.allow(true);
    ringer.hear(call('ringing', 'leg-2', 'outbound'));
    await turn();
    tones.isMute = true;
    ringer.hear(call('ringing', 'leg-3'));
    ringer.chime();
    await turn();
    ringer.hear(call('done', 'leg-3'));
    expect(heard).toEqual({ rings: 0, stopped: 0, chimes: 0 });
  });

  it('obeys the rep in the middle of a ring', async () => {
    const { tones, heard } = fakeTones();
    const ringer = openRinger(tones, undefined);
    ringer.hear(call('ringing'));
    ringer.allow(true);
    await turn();
    ringer.allow(false);
    expect(heard).toEqual({ rings: 1, stopped: 1, chimes: 0 });
  });

  it('does not begin when the call was answered meanwhile', async () => {
    const { tones, heard } = fakeTones();
    const ringer = openRinger(tones, fakeLocks());
    ringer.allow(true);
    ringer.hear(call('ringing'));
    ringer.hear(call('active'));
    await turn();
    expect(heard.rings).toBe(0);
  });

  it('sounds in one tab of a browser, and in the next one afterwards', async () => {
    const { tones, heard } = fakeTones();
    const locks = fakeLocks();
    const [first, second] = [openRinger(tones, locks), openRinger(tones, locks)];
    for (const ringer of [first, second]) {
      ringer.allow(true);
      ringer.hear(call('ringing'));
      ringer.chime();
    }
    await turn();
    expect(heard).toEqual({ rings: 1, stopped: 0, chimes: 1 });
    for (const ringer of [first, second]) ringer.hear(call('done'));
    await turn();
    second.hear(call('ringing', 'leg-2'));
    await turn();
    expect(heard.rings).toBe(2);
    second.silence();
  });

  it('sounds where the browser refuses locks', async () => {
    const { tones, heard } = fakeTones();
    const refusing = { request: () => Promise.reject(new Error('SecurityError')) } as unknown as LockManager;
    const ringer = openRinger(tones, refusing);
    ringer.allow(true);
    ringer.hear(call('ringing'));
    await turn();
    expect(heard.rings).toBe(1);
    ringer.silence();
    expect(heard.stopped).toBe(1);
  });
});

describe('the tones', () => {
  it('are made of oscillators that stop', async () => {
    const oscillators: { start: jest.Mock; stop: jest.Mock }[] = [];
    const audio = {
      state: 'running',
      currentTime: 5,
      destination: {},
      createGain: () => ({
        gain: { setValueAtTime: jest.fn(), setTargetAtTime: jest.fn() },
        connect: jest.fn(),
        disconnect: jest.fn()
      }),
      createOscillator: () => {
        const oscillator = { frequency: { value: 0 }, connect: jest.fn(), start: jest.fn(), stop: jest.fn() };
        oscillators.push(oscillator);
        return oscillator;
      }
    };
    const tones = openTones(() => audio as unknown as AudioContext);
    expect(await tones.canPlay()).toBe(true);
    const stop = tones.ring();
    expect(oscillators.map(({ stop: each }) => each.mock.calls.length)).toEqual([1, 1]);
    stop();
    expect(oscillators.map(({ stop: each }) => each.mock.calls.length)).toEqual([2, 2]);
    tones.chime();
    expect(oscillators).toHaveLength(4);
  });

  it('are silent, and no error, in a page without audio or without permission for it', async () => {
    const none = openTones(() => {
      throw new Error('NotSupportedError');
    });
    expect(await none.canPlay()).toBe(false);
    none.ring()();
    none.chime();
    const resume = jest.fn(() => new Promise<void>(() => undefined));
    const mute = openTones(() => ({ state: 'suspended', resume }) as unknown as AudioContext);
    expect(await mute.canPlay()).toBe(false);
    expect(resume).toHaveBeenCalledTimes(1);
  });
});
