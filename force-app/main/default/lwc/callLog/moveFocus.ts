/** Moves the focus to what may not be rendered yet. */
export type FocusMove = {
  /** To what the next rendering brings. */
  next(selector: string): void;
  /** Now, where it is there already. */
  to(selector: string): void;
  /** Something was rendered. */
  rendered(): void;
};

/** Keeps what is to get the focus until `find` finds it. */
export function moveFocus(find: (selector: string) => HTMLElement | null | undefined): FocusMove {
  let wanted: string | undefined;
  const rendered = (): void => {
    const target = wanted === undefined ? undefined : find(wanted);
    if (!target) return;
    wanted = undefined;
    target.focus();
  };
  return {
    next: (selector) => {
      wanted = selector;
    },
    to: (selector) => {
      wanted = selector;
      rendered();
    },
    rendered
  };
}
