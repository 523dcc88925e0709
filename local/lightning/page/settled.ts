import { openRequests } from './org-request';

const quietFor = 250;
const patience = 20_000;

/** Resolves when the page has not changed and has asked its org nothing for a quarter of a second; what never rests is an error. */
export async function settled(): Promise<void> {
  const end = performance.now() + patience;
  let look = '';
  let since = performance.now();
  while (performance.now() - since < quietFor) {
    await new Promise((resolve) => setTimeout(resolve, 30));
    const now = lookOf(document.body);
    if (now !== look || openRequests() > 0) since = performance.now();
    look = now;
    if (performance.now() > end) throw new Error(`the page did not come to rest within ${patience / 1000} s`);
  }
}

/** Everything that a person could notice: elements, their attributes, words and values, through every shadow. */
function lookOf(node: Node): string {
  if (!(node instanceof Element)) return node.textContent ?? '';
  const attributes = [...node.attributes].map(({ name, value }) => `${name}=${value}`).join();
  const value = 'value' in node ? String(node.value) : '';
  const inside = [...(node.shadowRoot?.childNodes ?? []), ...node.childNodes].map(lookOf).join('');
  return `<${node.tagName} ${attributes} ${value}>${inside}`;
}
