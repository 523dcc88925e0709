/** Draws a place anew when what it shows is another, and leaves the focus on the control with the same `data-key`. */
export function drawn<Shown>(place: Element, draw: (shown: Shown) => readonly Node[]): (shown: Shown) => void {
  let last: string | undefined;
  return (shown) => {
    const now = JSON.stringify(shown);
    if (now === last) return;
    last = now;
    const active = place.contains(document.activeElement) ? document.activeElement?.getAttribute('data-key') : null;
    place.replaceChildren(...draw(shown));
    if (active === null || active === undefined) return;
    place.querySelector<HTMLElement>(`[data-key="${CSS.escape(active)}"]`)?.focus();
  };
}
