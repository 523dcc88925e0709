import type { Page } from 'playwright-core';

type Reached = { readonly place: number; readonly changedLook: boolean };

/** Makes the next Tab the first of the page, whatever had the focus, and waits until what that had opened is closed. */
export async function startAtTheTop(page: Page): Promise<void> {
  await page.evaluate(leaveFocus);
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 50))));
}

/** Presses Tab through the whole page: every control must get its turn, in reading order, and show that it has it. */
export async function keyboardProblems(page: Page): Promise<readonly string[]> {
  const controls = await page.evaluate(noteControls);
  const reached: Reached[] = [];
  for (let turn = 0; turn < controls.length + 6; turn += 1) {
    await page.keyboard.press('Tab');
    const now = await page.evaluate(focusedControl);
    if (now !== undefined) reached.push(now);
    if (new Set(reached.map(({ place }) => place)).size === controls.length) break;
  }
  const places = reached.map(({ place }) => place);
  const missed = controls.filter((_, place) => !places.includes(place)).map((words) => `Tab never reaches ${words}`);
  const unseen = reached
    .filter(({ changedLook }) => !changedLook)
    .map(({ place }) => `focus does not show on ${controls[place] ?? ''}`);
  const first = [...new Set(places)];
  const backwards = first
    .filter((place, turn) => turn > 0 && place < (first[turn - 1] ?? 0))
    .map((place) => `Tab goes backwards to ${controls[place] ?? ''}`);
  return [...missed, ...new Set(unseen), ...backwards];
}

/** Runs in the page. A blur alone leaves the place from which Tab goes on. */
function leaveFocus(): void {
  let active: Element | null = document.activeElement;
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
  (active as HTMLElement | null)?.blur();
  document.body.tabIndex = -1;
  document.body.focus();
  document.body.removeAttribute('tabindex');
}

/** Runs in the page: writes down every control that Tab should reach, and how each looks without focus. */
function noteControls(): readonly string[] {
  const controls: Element[] = [];
  const selector = 'a[href], button, input, select, textarea, summary, iframe, [tabindex]';
  const visit = (element: Element): void => {
    const style = getComputedStyle(element);
    if (style.display === 'none' || element.hasAttribute('inert')) return;
    const { tabIndex } = element as HTMLElement;
    const box = element.getBoundingClientRect();
    const isSeen = style.visibility !== 'hidden' && box.width > 0 && box.height > 0;
    const { disabled } = element as HTMLInputElement;
    if (element.matches(selector) && tabIndex >= 0 && !disabled && isSeen && !isOtherRadio(element))
      controls.push(element);
    const inside = [...(element.shadowRoot?.children ?? []), ...element.children];
    for (const child of inside)
      if (element.tagName !== 'DETAILS' || (element as HTMLDetailsElement).open || child.tagName === 'SUMMARY')
        visit(child);
  };
  // Of a group of radio buttons, Tab reaches the chosen one, or the first.
  const isOtherRadio = (element: Element): boolean => {
    if (!(element instanceof HTMLInputElement) || element.type !== 'radio' || element.checked) return false;
    return controls.some(
      (each) => each instanceof HTMLInputElement && each.type === 'radio' && each.name === element.name
    );
  };
  const lookOf = (element: Element): string => {
    const around = [element, element.parentElement, element.nextElementSibling, element.parentElement?.parentElement];
    const inside = [...(element.parentElement?.querySelectorAll('*') ?? [])].slice(0, 12);
    return [...around, ...inside]
      .filter((each) => each instanceof Element)
      .flatMap((each) => ['', '::before', '::after'].map((part) => getComputedStyle(each, part)))
      .map((style) =>
        [style.outline, style.boxShadow, style.borderColor, style.backgroundColor, style.textDecoration].join()
      )
      .join('|');
  };
  visit(document.body);
  Object.assign(globalThis, { ringdownControls: { controls, looks: controls.map(lookOf), lookOf } });
  return controls.map((element) => {
    const words = element.getAttribute('aria-label') ?? element.textContent ?? '';
    return `${element.tagName.toLowerCase()} ${element.getAttribute('data-id') ?? element.getAttribute('name') ?? ''} "${words.trim().slice(0, 60)}"`;
  });
}

/** Runs in the page: which of them has the focus, and whether it looks different from before. */
function focusedControl(): Reached | undefined {
  const { controls, looks, lookOf } = (globalThis as unknown as { ringdownControls: Noted }).ringdownControls;
  let active: Element | null = document.activeElement;
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
  const place = active === null ? -1 : controls.indexOf(active);
  return place < 0 || active === null ? undefined : { place, changedLook: lookOf(active) !== looks[place] };
}

type Noted = {
  readonly controls: readonly Element[];
  readonly looks: readonly string[];
  readonly lookOf: (element: Element) => string;
};
