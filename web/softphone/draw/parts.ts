import { draw, made, type Drawn } from './drawn';

type Attributes = Drawn['attributes'] & { readonly key?: never };

/** A button with words on it. Its key is the words, so that the focus finds it again among others. */
export function button(words: string, click: () => void, attributes: Attributes = {}): Drawn {
  const isOff = attributes['aria-disabled'] === 'true';
  return made(draw('button', { type: 'button', ...attributes }, words), {
    key: `button ${attributes['aria-label'] ?? words}`,
    on: { click: () => (isOff ? undefined : click()) }
  });
}

const keys = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '*', '0', '#'] as const;
const letters: Readonly<Record<string, string>> = {
  '2': 'ABC',
  '3': 'DEF',
  '4': 'GHI',
  '5': 'JKL',
  '6': 'MNO',
  '7': 'PQRS',
  '8': 'TUV',
  '9': 'WXYZ',
  '0': '+'
};

/** The twelve keys of a phone. */
export function keypad(label: string, press: (key: string) => void): Drawn {
  return made(
    draw(
      'div',
      { class: 'keypad', role: 'group', 'aria-label': label },
      ...keys.map((key) =>
        made(
          draw(
            'button',
            { type: 'button' },
            key,
            letters[key] !== undefined && draw('small', { 'aria-hidden': 'true' }, letters[key])
          ),
          { key, on: { click: () => press(key) } }
        )
      )
    ),
    { key: 'keypad' }
  );
}

/** Minutes and seconds, and hours where there are any. */
export function durationOf(milliseconds: number): string {
  const seconds = Math.max(0, Math.floor(milliseconds / 1000));
  const two = (value: number): string => String(value).padStart(2, '0');
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`;
}
