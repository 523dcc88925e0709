import { type LoginMethod } from '../shared/session-wire/login-attempt';
import { buildCodeForm, type CodeActions } from './code-form';
import { buildCookieChoice, type CookieActions } from './cookie-choice';
import { fill, type Language } from './language';
import { everyState, type LoginState } from './login-state';
import { element, show, wordsOf } from './page-elements';
import { roomOf } from './page-room';
import { buildPasswordForm } from './password-form';

/** What the rep does on the page. */
export type PageActions = CodeActions &
  CookieActions & {
    readonly signIn: (username: string, password: string) => void;
    readonly signInWith: (method: Extract<LoginMethod, { kind: 'oidc' }>) => void;
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
  const { form, username, password, submit, capsLock } = buildPasswordForm(document, words, actions.signIn);
  const others = make('div', { class: 'others' });
  const { form: codeForm, code } = buildCodeForm(document, words, actions);
  const { row: cookies, allow, openWindow, without } = buildCookieChoice(document, words, actions);
  const given = make('output', { id: 'given-code' });

  const heading = make('h1', { id: 'title', tabindex: '-1' }, words.title);
  // Salesforce's page around the frame has a main part of its own: a screen reader tells them apart by name.
  const main = make('main', { 'aria-labelledby': 'title' }, heading, notice, problem);
  main.append(form, others, codeForm, cookies, given);
  document.body.replaceChildren(main);

  let last: LoginState['name'] | undefined;
  let hasPassword = true;

  const parts = [form, others, codeForm, cookies, allow, openWindow, given];
  const partsOf = (state: LoginState): readonly HTMLElement[] => {
    const { name } = state;
    if (name === 'pop-up') return [codeForm];
    if (name === 'cookies') return [cookies, state.step === 'refused' ? openWindow : allow];
    if (name === 'done') return state.code === undefined ? [] : [given];
    if (name === 'waiting' || name === 'finishing') return [];
    return [...(hasPassword ? [form] : []), ...(others.childElementCount > 0 ? [others] : [])];
  };

  const render = (state: LoginState): void => {
    const isBusy = state.name === 'sending' || (state.name === 'cookies' && state.step === 'asking');
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
    given.textContent = (state.name === 'done' ? state.code : undefined) ?? '';
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
    else if (state.name === 'cookies' && state.step !== 'asking')
      (state.step === 'refused' ? openWindow : allow).focus();
    else if (state.name === last) return;
    else if (state.name === 'pop-up') code.focus();
    else if (state.name === 'finishing' || state.name === 'done') {
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
        button.addEventListener('click', () => actions.signInWith(method));
        return [button];
      });
      others.replaceChildren(...buttons);
    },
    neededHeight: () =>
      roomOf(
        { main, notice, problem, hint: capsLock, parts },
        everyState.map((state) => ({ shown: partsOf(state), ...wordsOf(state, words) }))
      )
  };
}
