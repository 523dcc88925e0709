/** One way that the page can look: what it shows, and what it says above. */
export type Look = {
  readonly shown: readonly HTMLElement[];
  readonly notice: string;
  readonly problem: string;
};

export type PageParts = {
  readonly main: HTMLElement;
  readonly notice: HTMLElement;
  readonly problem: HTMLElement;
  /** Comes and goes within a part that is shown. */
  readonly hint: HTMLElement;
  /** Those of which a look shows some. */
  readonly parts: readonly HTMLElement[];
};

const meaning = [
  'id',
  'name',
  'role',
  'autocomplete',
  'for',
  'tabindex',
  'aria-describedby',
  'aria-labelledby',
  'aria-controls'
];

/**
 * Pixels that the page needs for the tallest of its looks; nothing while it has no width. Salesforce takes a height once, with the login,
 * and all that comes afterwards has to fit. Measured on a copy, so that nothing is announced, focused or filled in.
 */
export function roomOf({ main, notice, problem, hint, parts }: PageParts, looks: readonly Look[]): number | undefined {
  if (main.getBoundingClientRect().width === 0) return undefined;
  const copy = main.cloneNode(true) as HTMLElement;
  const originals = [...main.querySelectorAll('*')];
  const copies = [...copy.querySelectorAll<HTMLElement>('*')];
  const copyOf = (part: HTMLElement): HTMLElement => copies[originals.indexOf(part)]!;
  for (const each of [copy, ...copies]) {
    for (const name of meaning) each.removeAttribute(name);
    // A password manager must not take the copy for a form.
    if (each instanceof HTMLInputElement) each.type = 'text';
  }
  copy.classList.add('measured');
  copy.setAttribute('aria-hidden', 'true');
  copyOf(hint).hidden = false;
  main.after(copy);
  const heights = looks.map((look) => {
    for (const each of parts) copyOf(each).hidden = !look.shown.includes(each);
    copyOf(notice).textContent = look.notice;
    copyOf(problem).textContent = look.problem;
    return copy.getBoundingClientRect().height;
  });
  copy.remove();
  return Math.ceil(Math.max(...heights));
}
