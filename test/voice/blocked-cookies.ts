import { type BrowserContext } from 'playwright-core';
import { type VoiceWorld } from './voice-world';

/** What the browser's Storage Access API says: it is not there, always no, yes to a click, or yes once it was told so. */
export type StorageAccess = 'none' | 'denies' | 'allows' | 'told';

/** A browser that keeps no cookie in a frame. */
export const withoutCookies = (world: VoiceWorld, api: StorageAccess) => (context: BrowserContext) => {
  world.blockCookies();
  return context.addInitScript((kind) => {
    if (window === window.top) return;
    let isAllowed = false;
    Object.defineProperty(document, 'cookie', {
      get: () => (isAllowed ? '__Host-ringdown-try=1' : ''),
      set: () => undefined
    });
    const ask = async (): Promise<void> => {
      const isKnown = window.localStorage.getItem('allowed') === 'yes';
      const isClicked = kind === 'allows' && navigator.userActivation.isActive;
      if (kind === 'denies' || !(isClicked || isKnown)) throw new Error('denied');
      isAllowed = true;
      window.localStorage.setItem('allowed', 'yes');
      await fetch('/allow-cookies');
    };
    Object.defineProperty(document, 'requestStorageAccess', { value: kind === 'none' ? undefined : ask });
  }, api);
};
