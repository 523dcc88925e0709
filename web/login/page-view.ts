import { type LoginMethod } from '../shared/session-wire/login-attempt';
import { fill, type Language } from './language';
import { everyState, type LoginState } from './login-state';
import { element, show, wordsOf } from './page-elements';
import { roomOf } from './page-room';

/** What the rep does on the page. */
export type PageActions = {
  readonly signIn: (username: string, password: string) => void;
  readonly signInWith: (method: Extract<LoginMethod, { kind: 'oidc' }>) => void;
  readonly useCode: (code: string) => void;
  readonly cancel: () => void;
  readonly allowCookies: () => void;
  readonly goOnWithout: () => void;
};

export type PageView = {
  readonly render: (state: LoginState) => void;
  readonly offer: (methods: readonly LoginMethod[]) => void;
  /** Pixels that the page needs for all that it may show and say with what is offered; nothing while it has no room at all. */
  readonly neededHeight: () => number | undefined;
};

/** Builds the page once and then changes what is shown, so that password managers and the focus find what they left. */
export function buildPage(document: Document, { tag, words }: Language, actions: PageActions): PageView {
  document.documentElement.lang = tag;
  document.title = words.title;
  const make = element(document);
  const notice = make('p', { id: 'notice', class: 'notice', role: 'status' });
  const problem = make('p', { id: 'problem', class: 'problem', role: 'alert' });

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
  const others = make('div', { class: 'others' });

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
  const codeForm = make(
    'form',
    { id: 'code-form', novalidate: '', method: 'post' },
    make('label', { for: 'code' }, words.code),
    make('div', { class: 'with-button' }, code, useCode),
    make('div', { class: 'row' }, openAgain, cancel)
  );

  const allow = make('button', { type: 'button', class: 'main' }, words.allowCookies);
  const without = make('button', { type: 'button' }, words.goOnWithout);
  const cookies = make('div', { id: 'cookies', class: 'row' }, allow, without);

  const heading = make('h1', { id: 'title', tabindex: '-1' }, words.title);
  // Salesforce's page around the frame has a main part of its own: a screen reader tells them apart by name.
  const main = make('main', { 'aria-labelledby': 'title' }, heading, notice, problem, form, others, codeForm, cookies);
  document.body.replaceChildren(main);

  let lastMethod: Extract<LoginMethod, { kind: 'oidc' }> | undefined;
  let last: LoginState['name'] | undefined;
  let hasPassword = true;

  form.addEventListener('submit', (event) => {
    event.preventDefault();
    if (submit.getAttribute('aria-disabled') !== 'true') actions.signIn(username.value, password.value);
  });
  codeForm.addEventListener('submit', (event) => {
    event.preventDefault();
    actions.useCode(code.value);
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
  cancel.addEventListener('click', actions.cancel);
  openAgain.addEventListener('click', () => lastMethod && actions.signInWith(lastMethod));
  allow.addEventListener('click', actions.allowCookies);
  without.addEventListener('click', actions.goOnWithout);

  const parts = [form, others, codeForm, cookies];
  const partsOf = ({ name }: LoginState): readonly HTMLElement[] => {
    if (name === 'pop-up') return [codeForm];
    if (name === 'cookies') return [cookies];
    if (name === 'waiting' || name === 'finishing') return [];
    return [...(hasPassword ? [form] : []), ...(others.childElementCount > 0 ? [others] : [])];
  };

  const render = (state: LoginState): void => {
    const isBusy = state.name === 'sending' || (state.name === 'cookies' && state.isAsking);
    main.setAttribute('aria-busy', String(isBusy || state.name === 'finishing' || state.name === 'waiting'));
    main.dataset.state = state.name;
    for (const each of parts) show(each, partsOf(state).includes(each));
    submit.textContent = state.name === 'sending' ? words.signingIn : words.signIn;
    if (state.name === 'locked') submit.textContent = `${words.signIn} (${state.seconds})`;
    // Not `disabled`, which would throw the focus away.
    for (const button of [submit, allow, without])
      button.setAttribute('aria-disabled', String(isBusy || state.name === 'locked'));
    const said = wordsOf(state, words);
    // A live region that counted down would be read out each second; the button counts instead.
    if (state.name !== 'locked' || last !== 'locked') problem.textContent = said.problem;
    notice.textContent = said.notice;
    for (const input of [username, password])
      input.setAttribute('aria-invalid', String(state.name === 'form' && state.problem === 'refused'));
    focusOn(state);
    last = state.name;
  };

  /** Where the rep goes on: in the field to correct, or at the heading of what is new. */
  const focusOn = (state: LoginState): void => {
    if (state.name === 'form' && last === 'sending') {
      if (state.problem === 'refused') password.select();
      (username.value === '' ? username : password).focus();
    } else if (state.name === 'form' && last !== 'form' && hasPassword)
      (username.value === '' ? username : password).focus();
    else if (state.name === last) return;
    else if (state.name === 'pop-up') code.focus();
    else if (state.name === 'cookies') allow.focus();
    else if (state.name === 'finishing') {
      password.value = '';
      code.value = '';
      heading.focus();
    }
  };

  return {
    render,
    offer: (methods) => {
      hasPassword = methods.some(({ kind }) => kind === 'password');
      const buttons = methods.flatMap((method) => {
        if (method.kind !== 'oidc') return [];
        const button = make('button', { type: 'button' }, fill(words.signInWith, method.label));
        button.addEventListener('click', () => actions.signInWith((lastMethod = method)));
        return [button];
      });
      others.replaceChildren(...buttons);
    },
    neededHeight: () =>
      roomOf(
        { main, notice, problem, hint: capsLock, parts },
        everyState
          .filter(({ name }) => name !== 'pop-up' || others.childElementCount > 0)
          .map((state) => ({ shown: partsOf(state), ...wordsOf(state, words) }))
      )
  };
}
