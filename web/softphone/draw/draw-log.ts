import { type LogPicture } from '../own-log/log-picture';
import { type Hands } from '../screen';
import { fill } from '../words';
import { type Word, type Words } from '../words/word';
import { draw, type Drawn } from './drawn';
import { button } from './parts';

const lines: Readonly<Record<LogPicture['state'], Word>> = {
  saves: 'logSaves',
  saving: 'logSaving',
  saved: 'logSaved',
  waiting: 'logWaiting',
  refused: 'logRefused',
  'in-page': 'logInPage',
  unlogged: 'noPanels'
};

/** How it stands with the log of a call where the softphone saves it, and a way to try at once what does not pass by itself. */
export function drawLog(log: LogPicture | undefined, words: Words, hands: Pick<Hands, 'wish'>): readonly Drawn[] {
  if (log === undefined) return [];
  const { state, words: said = '' } = log;
  const line = draw('p', {}, fill(words[lines[state]], said));
  return state === 'refused' ? [line, button(words.saveNow, () => hands.wish({ type: 'save-logs' }))] : [line];
}
