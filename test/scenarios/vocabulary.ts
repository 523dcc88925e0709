import { givens } from './givens';
import { messageGivens, messageThens, messageWhens } from './messages';
import { type Phrase } from './phrase';
import { ruleGivens, ruleThens, ruleWhens } from './rules';
import { type Stage } from './stage';
import { thens } from './thens';
import { unlinkedThens, unlinkedWhens } from './unlinked';
import { whens } from './whens';

/** Everything that a scenario may say. */
export const vocabulary: readonly Phrase<Stage>[] = [
  ...[...givens, ...messageGivens, ...ruleGivens],
  ...[...whens, ...messageWhens, ...unlinkedWhens, ...ruleWhens],
  ...[...thens, ...messageThens, ...unlinkedThens, ...ruleThens]
];
