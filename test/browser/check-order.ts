import type { Page } from 'playwright-core';

/**
 * Texts whose words stand in another order than they are written, one line each. A page from right to left turns around what begins
 * with a figure ("0 of 14", "(415) 555-0132") unless it stands apart from its surroundings, as in a bdi.
 */
export async function turnedTexts(page: Page): Promise<readonly string[]> {
  return page.evaluate(turned);
}

/** Runs in the page. What is there for screen readers only has no order to look at. The end of a sentence may stand at the left: only letters and figures are compared. */
function turned(): readonly string[] {
  const found: string[] = [];
  const at = (node: Text, index: number): DOMRect => {
    const range = document.createRange();
    range.setStart(node, index);
    range.setEnd(node, index + 1);
    return range.getBoundingClientRect();
  };
  const look = (node: Text): void => {
    const written = [...node.data.matchAll(/[a-z0-9]/gi)].map(({ index }) => at(node, index));
    const [first, last] = [written[0], written.at(-1)];
    if (first && last && first.width > 0 && first.top === last.top && first.left > last.left)
      found.push(node.data.trim());
  };
  const visit = (root: ParentNode): void => {
    for (const child of root.childNodes) {
      if (child instanceof Text) look(child);
      else if (child instanceof Element && !child.classList.contains('slds-assistive-text')) {
        if (child.shadowRoot) visit(child.shadowRoot);
        visit(child);
      }
    }
  };
  visit(document.body);
  return found;
}
