/** What a component did to the page around it, in order; tests read it, and the page shows it. */
export type Happening = { readonly what: string; readonly details: unknown };

const listeners: ((happening: Happening) => void)[] = [];
const all: Happening[] = [];

/** Notes that something was done. */
export function happened(what: string, details: unknown): void {
  const happening = { what, details };
  all.push(happening);
  for (const listener of listeners) listener(happening);
}

/** Tells of everything so far and from now on. */
export function onHappening(listener: (happening: Happening) => void): void {
  all.forEach(listener);
  listeners.push(listener);
}

/** Everything so far. */
export const happenings = (): readonly Happening[] => all;
