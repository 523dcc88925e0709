/** Asks once for each file or component: a hundred trees that differ in one file share the others. */
export function remembered<Asked extends object, Answer>(ask: (asked: Asked) => Answer): (asked: Asked) => Answer {
  const known = new WeakMap<Asked, { readonly answer: Answer }>();
  return (asked) => {
    const found = known.get(asked) ?? { answer: ask(asked) };
    known.set(asked, found);
    return found.answer;
  };
}
