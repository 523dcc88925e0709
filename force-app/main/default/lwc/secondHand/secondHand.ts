export { ageInSeconds, liveSeconds, secondsSince } from './newsAge';
export type { Heard } from './newsAge';

type Listener = (now: number) => void;

const listeners = new Set<Listener>();
let timer: ReturnType<typeof setInterval> | undefined;

/**
 * Calls the listener now and then once a second, with milliseconds since 1970, until the returned function is called. All
 * components share one timer; it rests while the page is hidden and ticks at once when it is seen again.
 */
export function everySecond(listener: Listener): () => void {
  listeners.add(listener);
  listener(Date.now());
  if (listeners.size === 1) {
    document.addEventListener('visibilitychange', run);
    run();
  }
  return () => {
    if (!listeners.delete(listener) || listeners.size > 0) return;
    document.removeEventListener('visibilitychange', run);
    stop();
  };
}

/** Seconds as a clock shows them: `0:07`, `12:30`, `1:02:03`. Less than nothing counts as nothing. */
export function clockText(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds));
  const [hours, minutes, rest] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
  const two = (part: number): string => String(part).padStart(2, '0');
  return hours > 0 ? `${hours}:${two(minutes)}:${two(rest)}` : `${minutes}:${two(rest)}`;
}

function run(): void {
  stop();
  if (document.visibilityState === 'hidden') return;
  tick();
  // eslint-disable-next-line @lwc/lwc/no-async-operation -- the one clock; everySecond's answer stops it
  timer = setInterval(tick, 1000);
}

function stop(): void {
  if (timer !== undefined) clearInterval(timer);
  timer = undefined;
}

function tick(): void {
  const now = Date.now();
  for (const listener of [...listeners]) listener(now);
}
