/** What to type to see the same again. */
export const replayOf = (seed: number, interactions: number): string =>
  `The same again: npm run soak -- --seed ${seed} --interactions ${interactions}`;
