import { type Answer, type Wish } from './picture';
import { type Notice } from './screen';

/** What to say when the phone system does not do what the rep wants. */
export function refusalNotice(wish: Wish, answer: Extract<Answer, { readonly ok: false }>): Notice {
  switch (answer.code) {
    case 'microphone-blocked':
      return { word: 'microphoneBlocked' };
    case 'not-connected':
      return { word: 'isOffline' };
    case 'busy':
      return { word: 'isBusy' };
    case 'unknown-call':
    case 'wrong-state':
      return { word: 'tooLate' };
    case 'unknown-message':
      return { word: 'messageGone' };
    case 'invalid-destination':
      return { word: 'noSuchNumber', given: whomOf(wish) };
    default:
      return { word: 'failed', given: answer.words };
  }
}

function whomOf(wish: Wish): string {
  if (wish.type !== 'dial' && wish.type !== 'transfer') return '';
  return wish.target.kind === 'number' ? wish.target.number : wish.target.id;
}
