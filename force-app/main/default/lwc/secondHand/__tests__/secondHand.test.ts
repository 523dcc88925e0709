import { clockText, everySecond } from 'c/secondHand';

describe('c-second-hand', () => {
  beforeEach(() => jest.useFakeTimers({ now: 1_000_000 }));
  afterEach(() => jest.useRealTimers());

  it('tells the time at once and then each second', () => {
    const times: number[] = [];
    const stop = everySecond((now) => times.push(now));
    jest.advanceTimersByTime(2000);
    expect([...new Set(times)]).toEqual([1_000_000, 1_001_000, 1_002_000]);
    stop();
    jest.advanceTimersByTime(5000);
    expect(times.at(-1)).toBe(1_002_000);
  });

  it('has one timer for everybody and none for nobody', () => {
    const stops = [everySecond(() => undefined), everySecond(() => undefined)];
    expect(jest.getTimerCount()).toBe(1);
    stops.forEach((stop) => stop());
    expect(jest.getTimerCount()).toBe(0);
  });

  it('rests while the page is hidden, and tells the time at once when it is seen again', () => {
    const times: number[] = [];
    const stop = everySecond((now) => times.push(now));
    const see = (state: string): void => {
      Object.defineProperty(document, 'visibilityState', { value: state, configurable: true });
      document.dispatchEvent(new Event('visibilitychange'));
    };
    see('hidden');
    const before = times.length;
    jest.advanceTimersByTime(10_000);
    expect(times).toHaveLength(before);
    see('visible');
    expect(times.at(-1)).toBe(1_010_000);
    stop();
  });

  it.each([
    [0, '0:00'],
    [7.9, '0:07'],
    [750, '12:30'],
    [3723, '1:02:03'],
    [-4, '0:00']
  ])('writes %s seconds as %s', (seconds, text) => {
    expect(clockText(seconds)).toBe(text);
  });
});
