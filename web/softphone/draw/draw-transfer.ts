import { type PhoneTarget } from '../../phone/call-wishes';
import { type Hands, type Screen } from '../screen';
import { dialledOf } from '../../phone-page/dialled-number';
import { type Words } from '../words/word';
import { drawSearch, targetOf } from './draw-contacts';
import { draw, made, type Drawn } from './drawn';
import { button } from './parts';

/** To whom a call may go: a number that is typed, or somebody who is found by name. */
export function drawTransfer(callId: string, screen: Screen, words: Words, hands: Hands): Drawn {
  const { abilities: can } = screen.picture!.phone!;
  const { text } = screen.search;
  const give = (target: PhoneTarget, kind: 'blind' | 'consulted') => (): void => {
    hands.change({ opened: undefined });
    hands.wish({ type: 'transfer', callId, target, kind });
  };
  const both = (target: PhoneTarget, name: string): readonly Drawn[] => [
    ...(can.blindTransfer
      ? [button(words.transferNow, give(target, 'blind'), { 'aria-label': `${words.transferNow}: ${name}` })]
      : []),
    ...(can.consult
      ? [button(words.askFirst, give(target, 'consulted'), { 'aria-label': `${words.askFirst}: ${name}` })]
      : [])
  ];
  const number = dialledOf(text, { country: screen.country });
  return made(
    draw(
      'div',
      { class: 'transfer', role: 'group', 'aria-label': words.transfer },
      ...drawSearch(`transfer-${callId}`, screen.search, { ...words, search: words.toWhom }, hands, (contact) =>
        both(targetOf(contact), contact.name)
      ),
      number !== undefined &&
        made(
          draw(
            'div',
            { class: 'row' },
            draw('b', { class: 'who' }, number),
            ...both({ kind: 'number', number }, number)
          ),
          { key: 'typed' }
        )
    ),
    { key: 'transfer' }
  );
}
