import { fill } from './language';
import { type CookieStep, type LoginState } from './login-state';
import { type Word, type Words } from './words/word';

/** Makes elements of this document with attributes and children. */
export function element(document: Document) {
  return <Tag extends keyof HTMLElementTagNameMap>(
    tag: Tag,
    attributes: Readonly<Record<string, string>>,
    ...children: readonly (Node | string)[]
  ): HTMLElementTagNameMap[Tag] => {
    const made = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
    made.append(...children);
    return made;
  };
}

export function show(part: HTMLElement, isShown: boolean): void {
  part.hidden = !isShown;
}

/** What a state says in this language: a problem is announced at once, a notice when there is time. */
export function wordsOf(state: LoginState, words: Words): { readonly notice: string; readonly problem: string } {
  const said = saidBy(state);
  return {
    notice: said.notice === undefined ? '' : words[said.notice],
    problem: said.problem === undefined ? '' : fill(words[said.problem], said.fill ?? '')
  };
}

const cookieWords: Readonly<Record<CookieStep, Word>> = {
  blocked: 'cookiesBlocked',
  asking: 'asking',
  refused: 'cookieRefused',
  'signed-in': 'cookieAfterLogin'
};

function saidBy(state: LoginState): { readonly problem?: Word; readonly notice?: Word; readonly fill?: number } {
  switch (state.name) {
    case 'waiting':
      return state.isLong ? { problem: 'unanswered' } : { notice: 'waiting' };
    case 'form':
      return {
        ...(state.problem ? { problem: state.problem } : {}),
        ...(state.notice ? { notice: state.notice } : {})
      };
    case 'locked':
      return { problem: 'tryLater', fill: state.seconds };
    case 'sending':
      return {};
    case 'pop-up':
      if (state.isBlocked) return { problem: 'popUpBlocked' };
      if (state.problem === 'windowClosed') return { problem: 'windowClosed' };
      return { notice: 'popUpOpen', ...(state.problem ? { problem: state.problem } : {}) };
    case 'cookies':
      return { notice: cookieWords[state.step] };
    case 'finishing':
      return { notice: state.isWithoutCookie ? 'withoutCookies' : 'finishing' };
    case 'done':
      return { notice: state.code === undefined ? 'canClose' : 'copyCode' };
    default:
      return state satisfies never;
  }
}
