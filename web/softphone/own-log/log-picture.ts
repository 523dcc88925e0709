import { type Interaction } from '../../../core/interaction/interaction';
import { type Progress } from '../../../core/sending/drain';
import { type LogRules } from './log-rules';

/** What the rep sees of the logs that the softphone saves. */
export type LogPicture = {
  /** `unlogged`: no component is here, and settings do not let the softphone log this call by itself. */
  readonly state: 'saves' | 'saving' | 'saved' | 'waiting' | 'refused' | 'in-page' | 'unlogged';
  /** What Salesforce said of the one that was refused. */
  readonly words?: string;
};

export type LogState = {
  readonly isSoftphone: boolean;
  /** The last call is saved, and no other came since. */
  readonly isSaved: boolean;
  readonly rules: LogRules | undefined;
  readonly live: readonly Interaction[];
  readonly waiting: readonly Progress[];
  readonly isInPageAlone: boolean;
};

/** The one thing to say, what needs the rep first; nothing where components log. */
export function logPicture(state: LogState): LogPicture | undefined {
  const { isSoftphone, isSaved, rules, live, waiting, isInPageAlone } = state;
  const refused = waiting.find((each) => each.state === 'blocked');
  if (refused) return { state: 'refused', words: refused.problem?.message ?? '' };
  const isDelayed = waiting.some(({ state: at, attempts }) => at === 'retrying' || attempts > 1);
  if (waiting.length > 0) return { state: isInPageAlone ? 'in-page' : isDelayed ? 'waiting' : 'saving' };
  if (!isSoftphone || rules === undefined || rules.popsAndLogs === 'vendor') return undefined;
  if (live.some(rules.isLogged)) return { state: 'saves' };
  if (live.length > 0) return { state: 'unlogged' };
  return isSaved ? { state: 'saved' } : undefined;
}
