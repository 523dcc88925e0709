import { type Timers } from '../phone-page/timers';
import { drawSoftphone } from './draw/draw-softphone';
import { patch } from './draw/patch';
import { firstScreen, type Hands, type Screen } from './screen';
import { type Language } from './words';

/** The page as it is shown: a screen that changes, and what the rep's hands do. */
export type Page = {
  readonly screen: () => Screen;
  readonly change: (change: Partial<Screen>) => void;
  /** Called when everything was drawn, with the pixels that all of it needs. */
  whenDrawn: (needed: number) => void;
  hands: PageHands | undefined;
  startAgain: () => void;
};

/** What hands do is up to what the page is joined to; a window of its own opens none. */
export type PageHands = Omit<Hands, 'change' | 'startAgain' | 'openWindow' | 'closeWindow'> &
  Partial<Pick<Hands, 'openWindow' | 'closeWindow'>>;

export type PageOptions = {
  readonly window: Window;
  readonly timers: Timers;
  readonly language: Language;
  readonly loginAddress: string;
};

/** Draws the screen whenever it changes, once for many changes, and each second of a call. */
export function openPage({ window, timers, language, loginAddress }: PageOptions): Page {
  const { document } = window;
  document.documentElement.lang = language.tag;
  document.title = language.words.title;
  const main = document.createElement('main');
  document.body.replaceChildren(main);
  let screen = firstScreen(timers.wall(), window.navigator.onLine);
  let isDue = false;

  const drawNow = (): void => {
    isDue = false;
    patch(main, drawSoftphone(screen, language, hands, loginAddress));
    page.whenDrawn(main.scrollHeight);
  };
  const change = (changes: Partial<Screen>): void => {
    screen = { ...screen, ...changes };
    if (isDue) return;
    isDue = true;
    queueMicrotask(drawNow);
  };
  const hands: Hands = {
    change,
    wish: (wish) => page.hands?.wish(wish),
    dial: (target) => page.hands?.dial(target),
    dialAnyway: (target) => page.hands?.dialAnyway(target),
    search: (text) => page.hands?.search(text),
    startAgain: () => page.startAgain(),
    openWindow: () => page.hands?.openWindow?.(),
    closeWindow: () => page.hands?.closeWindow?.()
  };
  const page: Page = {
    screen: () => screen,
    change,
    whenDrawn: () => undefined,
    hands: undefined,
    startAgain: () => undefined
  };

  const tick = (): void => {
    const isTalking = screen.picture?.phone?.calls.some(({ state }) => state === 'connected') ?? false;
    if (isTalking) change({ now: timers.wall() });
    timers.after(1000, tick);
  };
  tick();
  window.addEventListener('online', () => change({ isOnline: true }));
  window.addEventListener('offline', () => change({ isOnline: false }));
  drawNow();
  return page;
}
