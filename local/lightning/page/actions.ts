import type { Action } from '../states/state';

const patience = 5000;

/** Does what a person would do, as soon as it can be done. */
export async function perform(component: Element, { do: what, on, value = '' }: Action): Promise<void> {
  const host = await found(component, on);
  if (what === 'wait') return;
  const control = await ready(host, on);
  if (what === 'click') {
    control.click();
  } else if (what === 'fill') {
    if (!(control instanceof HTMLInputElement || control instanceof HTMLTextAreaElement))
      throw new Error(`${on} cannot be filled in`);
    control.focus();
    control.value = value;
    control.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
    control.dispatchEvent(new Event('change', { bubbles: true, composed: true }));
  } else if (control instanceof HTMLSelectElement) {
    control.value = value;
    control.dispatchEvent(new Event('change', { bubbles: true, composed: true }));
  } else {
    control.click();
    const option = await found(host, `[data-value="${CSS.escape(value)}"]`);
    (option as HTMLElement).click();
  }
  // What was caused is rendered before the next thing is done.
  await new Promise((resolve) => requestAnimationFrame(resolve));
}

/** What takes the press or the text, once it is no longer disabled: a component disables it while it is not ready to act. */
async function ready(host: Element, name: string): Promise<HTMLElement> {
  const end = performance.now() + patience;
  for (;;) {
    const control = within(host, 'input, textarea, select, button, a, summary') ?? host;
    if (!(control instanceof HTMLElement)) throw new Error(`nothing can be done on ${name}`);
    if (!control.matches(':disabled')) return control;
    if (performance.now() > end) throw new Error(`${name} was still disabled after ${patience / 1000} s`);
    await new Promise((resolve) => requestAnimationFrame(resolve));
  }
}

async function found(root: Element, selector: string): Promise<Element> {
  const end = performance.now() + patience;
  for (;;) {
    const element = within(root, selector);
    if (element) return element;
    if (performance.now() > end) throw new Error(`no element ${selector} came within ${patience / 1000} s`);
    await new Promise((resolve) => requestAnimationFrame(resolve));
  }
}

/** The first match in the element, or in the shadow of anything in it. */
export function within(root: Element, selector: string): Element | undefined {
  if (root.matches(selector)) return root;
  const children = [...(root.shadowRoot?.children ?? []), ...root.children];
  for (const child of children) {
    const match = within(child, selector);
    if (match) return match;
  }
  return undefined;
}
