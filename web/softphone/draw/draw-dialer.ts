import { type Hands, type Screen } from '../screen';
import { type Words } from '../words/word';
import { draw, made, type Drawn } from './drawn';
import { button, keypad } from './parts';

/** Where a number is typed and called. */
export function drawDialer(screen: Screen, words: Words, hands: Hands): readonly Drawn[] {
  const { number, isKeypadOpen } = screen;
  return [
    made(
      draw(
        'form',
        { class: 'dial', novalidate: true },
        draw('label', { for: 'number', class: 'unseen' }, words.number),
        made(
          draw('input', {
            id: 'number',
            type: 'tel',
            autocomplete: 'off',
            placeholder: words.number
          }),
          { key: 'number', value: number, on: { input: (typed) => hands.change({ number: typed }) } }
        ),
        isKeypadOpen &&
          number !== '' &&
          button('⌫', () => hands.change({ number: number.slice(0, -1) }), { 'aria-label': words.erase }),
        button(words.keypad, () => hands.change({ isKeypadOpen: !isKeypadOpen }), {
          'aria-expanded': String(isKeypadOpen)
        }),
        draw('button', { type: 'submit', class: 'main' }, words.call)
      ),
      { key: 'dial', on: { submit: () => number.trim() !== '' && hands.dial(number) } }
    ),
    ...(isKeypadOpen ? [keypad(words.keypad, (key) => hands.change({ number: number + key }))] : [])
  ];
}
