import { type Hands, type Screen } from '../screen';
import { type Words } from '../words/word';
import { draw, made, type Drawn } from './drawn';
import { button } from './parts';

/** In Salesforce: that the phone is in its window, and what the rep can do about it. */
export function drawWindow({ isInWindow }: Screen, words: Words, hands: Hands): readonly Drawn[] {
  if (!isInWindow) return [];
  return [
    made(
      draw(
        'div',
        { class: 'windowed row', role: 'group' },
        draw('p', {}, words.inWindow),
        button(words.showWindow, hands.openWindow),
        button(words.closeWindow, hands.closeWindow)
      ),
      { key: 'windowed' }
    )
  ];
}

/** In Salesforce: the way to the window, below everything else, while the phone is not in it. */
export function drawWayOut({ isInWindow, link }: Screen, words: Words, hands: Hands): readonly Drawn[] {
  if (isInWindow || link !== undefined) return [];
  return [button(words.openWindow, hands.openWindow, { class: 'quiet out' })];
}
