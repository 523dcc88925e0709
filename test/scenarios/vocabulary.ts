import { givens } from './givens';
import { type Phrase } from './phrase';
import { type Stage } from './stage';
import { thens } from './thens';
import { whens } from './whens';

/** Everything that a scenario may say. */
export const vocabulary: readonly Phrase<Stage>[] = [...givens, ...whens, ...thens];
