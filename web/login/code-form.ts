import { element } from './page-elements';
import { type Words } from './words/word';

export type CodeForm = { readonly form: HTMLFormElement; readonly code: HTMLInputElement };

export type CodeActions = {
  readonly useCode: (code: string) => void;
  readonly openAgain: () => void;
  readonly cancel: () => void;
};

/** What is shown while the rep signs in in another window: a field for the code that it may show. */
export function buildCodeForm(document: Document, words: Words, actions: CodeActions): CodeForm {
  const make = element(document);
  const code = make('input', {
    id: 'code',
    name: 'code',
    type: 'text',
    autocomplete: 'one-time-code',
    autocapitalize: 'none',
    spellcheck: 'false',
    'aria-describedby': 'problem'
  });
  const useCode = make('button', { type: 'submit', class: 'main' }, words.useCode);
  const openAgain = make('button', { type: 'button' }, words.openAgain);
  const cancel = make('button', { type: 'button' }, words.cancel);
  const form = make(
    'form',
    { id: 'code-form', novalidate: '', method: 'post' },
    make('label', { for: 'code' }, words.code),
    make('div', { class: 'with-button' }, code, useCode),
    make('div', { class: 'row' }, openAgain, cancel)
  );
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    actions.useCode(code.value);
  });
  openAgain.addEventListener('click', actions.openAgain);
  cancel.addEventListener('click', actions.cancel);
  return { form, code };
}
