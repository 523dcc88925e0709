import { type Frame, type Page } from 'playwright-core';

/** Looks in every picture that the page draws, and gives when it first showed this; by the clock that this process has too. */
export async function shownAt(page: Page, selector: string): Promise<number> {
  const found = await page.waitForFunction(
    (wanted) => {
      // Components draw into roots of their own.
      const within = (root: Document | ShadowRoot): Element | undefined => {
        const here = root.querySelector(wanted);
        if (here !== null) return here;
        for (const element of root.querySelectorAll('*')) {
          const inside = element.shadowRoot === null ? undefined : within(element.shadowRoot);
          if (inside) return inside;
        }
        return undefined;
      };
      return within(document) === undefined ? undefined : Date.now();
    },
    selector,
    { polling: 'raf', timeout: 60_000 }
  );
  return Number(await found.jsonValue());
}

type WithClick = { clickedAt?: number };

/** Notes the next click of a frame, so that what moves the pointer is not measured with it. */
export async function noteNextClick(frame: Frame): Promise<() => Promise<number>> {
  await frame.evaluate(() => {
    const note = (): void => void Object.assign(globalThis, { clickedAt: Date.now() });
    addEventListener('click', note, { capture: true, once: true });
  });
  return () => frame.evaluate(() => (globalThis as WithClick).clickedAt ?? Number.NaN);
}
