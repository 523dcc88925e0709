import { element, show } from './page-elements';
import { type Words } from './words/word';

export type PasswordForm = {
  readonly form: HTMLFormElement;
  readonly username: HTMLInputElement;
  readonly password: HTMLInputElement;
  readonly submit: HTMLButtonElement;
  readonly capsLock: HTMLElement;
};

/** The form for name and password, which password managers know, with a button that shows the password. */
export function buildPasswordForm(
  document: Document,
  words: Words,
  signIn: (username: string, password: string) => void
): PasswordForm {
  const make = element(document);
  const username = make('input', {
    id: 'username',
    name: 'username',
    type: 'text',
    autocomplete: 'username',
    autocapitalize: 'none',
    spellcheck: 'false',
    required: '',
    'aria-describedby': 'problem'
  });
  const password = make('input', {
    id: 'password',
    name: 'password',
    type: 'password',
    autocomplete: 'current-password',
    required: '',
    'aria-describedby': 'problem caps-lock'
  });
  const reveal = make(
    'button',
    { type: 'button', class: 'reveal', 'aria-pressed': 'false', 'aria-controls': 'password' },
    words.show
  );
  const capsLock = make('p', { id: 'caps-lock', class: 'hint', hidden: '' }, words.capsLock);
  const submit = make('button', { type: 'submit', class: 'main' }, words.signIn);
  const form = make(
    'form',
    { id: 'login', novalidate: '', method: 'post' },
    make('label', { for: 'username' }, words.userName),
    username,
    make('label', { for: 'password' }, words.password),
    make('div', { class: 'with-button' }, password, reveal),
    capsLock,
    submit
  );

  form.addEventListener('submit', (event) => {
    event.preventDefault();
    if (submit.getAttribute('aria-disabled') !== 'true') signIn(username.value, password.value);
  });
  reveal.addEventListener('click', () => {
    const isShown = password.type === 'text';
    password.type = isShown ? 'password' : 'text';
    reveal.textContent = isShown ? words.show : words.hide;
    reveal.setAttribute('aria-pressed', String(!isShown));
  });
  const noteCapsLock = (event: Event): void => {
    if (event instanceof KeyboardEvent || event instanceof MouseEvent)
      show(capsLock, event.getModifierState('CapsLock'));
  };
  for (const type of ['keydown', 'keyup', 'mousedown'] as const) password.addEventListener(type, noteCapsLock);
  password.addEventListener('blur', () => show(capsLock, false));
  return { form, username, password, submit, capsLock };
}
