import { type Channel, type Direction, type Interaction } from '../interaction/interaction';
import { cutTo } from './call-log-of';
import { fieldLengths } from './field-values';

/** The words of a subject line in the reader's language; `{0}` is the other side. */
export type SubjectWords = {
  readonly [Kind in Channel]: Readonly<Record<Direction, string>>;
} & {
  /** What nobody took. */
  readonly missed: string;
  /** In place of a caller who hides. */
  readonly withheld: string;
};

/** The subject of a log: what it was, and with whom. `name` is the person's, when one is known. */
export function subjectLine(interaction: Interaction, words: SubjectWords, name?: string): string {
  const { channel, direction, outcome, from, to } = interaction;
  const number = direction === 'outbound' ? to : from;
  const untaken =
    direction !== 'outbound' && (outcome === 'missed' || outcome === 'abandoned' || outcome === 'declined');
  const template = untaken ? words.missed : words[channel][direction];
  const other = name?.trim() || number?.trim() || words.withheld;
  return cutTo(template.split('{0}').join(other), fieldLengths.subject);
}
