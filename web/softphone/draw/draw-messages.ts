import { type RepMessage } from '../../../core/phone-message/rep-message';
import { type Hands, type Screen } from '../screen';
import { fill, type Language } from '../words';
import { draw, made, type Drawn } from './drawn';
import { button } from './parts';

/** How much of a message the name of its button takes, in UTF-16 units. */
const longestName = 60;

/** What supervisors wrote and the rep has not read. It is there also when it is empty, so that a message that comes is read aloud. */
export function drawMessages(screen: Screen, language: Language, hands: Hands): Drawn {
  const messages = screen.picture?.phone?.messages ?? [];
  const { words } = language;
  const list = draw(
    'ul',
    { class: 'messages', 'aria-label': words.messages },
    ...importantFirst(messages).map((message) => drawMessage(message, screen, language, hands))
  );
  return made(draw('div', { 'aria-live': 'polite', class: 'told' }, messages.length > 0 && list), { key: 'messages' });
}

function drawMessage(message: RepMessage, { busy }: Screen, { words, tag }: Language, hands: Hands): Drawn {
  const { messageId, text, from, sentAt, until, isImportant } = message;
  const wish = { type: 'mark-message-read', messageId } as const;
  const isOff = busy.has(JSON.stringify(wish));
  return made(
    draw(
      'li',
      { class: isImportant ? 'message important' : 'message' },
      isImportant && draw('b', {}, words.important),
      // Whatever its direction, it turns nothing around it.
      draw('p', {}, draw('bdi', {}, text)),
      draw(
        'small',
        {},
        draw('bdi', {}, fill(words.messageFrom, from)),
        draw('bdi', {}, timeOf(sentAt, tag)),
        until !== undefined && draw('bdi', {}, fill(words.messageUntil, timeOf(until, tag)))
      ),
      button(words.markRead, () => hands.wish(wish), {
        'aria-label': `${words.markRead}: ${shortOf(text)}`,
        'aria-disabled': isOff && 'true'
      })
    ),
    { key: messageId }
  );
}

const importantFirst = (messages: readonly RepMessage[]): readonly RepMessage[] =>
  [...messages].reverse().sort((one, other) => Number(other.isImportant) - Number(one.isImportant));

/** The day too, unless it is today. */
function timeOf(at: string, tag: string): string {
  const [time, now] = [new Date(at), new Date()];
  const isToday = time.toDateString() === now.toDateString();
  return time.toLocaleString(tag, { timeStyle: 'short', ...(isToday ? {} : { dateStyle: 'short' }) });
}

const shortOf = (text: string): string =>
  text.length <= longestName ? text : `${text.slice(0, longestName - 1).trimEnd()}…`;
