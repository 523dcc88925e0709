/** A source of numbers that is the same for the same seed. */
export type Random = {
  /** At least 0, less than 1. */
  readonly next: () => number;
  /** A whole number of at least 0, less than the limit. */
  readonly below: (limit: number) => number;
  readonly chance: (of: number) => boolean;
  readonly oneOf: <Item>(items: readonly Item[]) => Item;
};

/** Begins a source; the words tell sources of one seed apart. */
export function randomFrom(seed: number, words = ''): Random {
  // mulberry32 over an FNV hash of the words: small, and spread well enough for tests.
  let state = [...words].reduce(
    (hash, letter) => Math.imul(hash ^ letter.charCodeAt(0), 16_777_619),
    seed ^ 2_166_136_261
  );
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const below = (limit: number): number => Math.floor(next() * limit);
  return { next, below, chance: (of) => next() < of, oneOf: (items) => items[below(items.length)]! };
}
