import { languages } from '../../../web/login/words';
import { type LoginState } from '../../../web/login/login-state';
import { buildPage, type PageView } from '../../../web/login/page-view';
import { type LoginMethod } from '../../../web/shared/session-wire/login-attempt';

declare global {
  var mountLogin: (tag: string, methods: readonly LoginMethod[]) => void;
  var showLogin: (state: LoginState) => void;
}

/** The look of the login page alone, in whichever state a test wants. */
let view: PageView | undefined;
const nothing = (): void => undefined;

globalThis.mountLogin = (tag, methods) => {
  view = buildPage(
    document,
    { tag, words: languages[tag]! },
    {
      ...{ signIn: nothing, signInWith: nothing, useCode: nothing, openAgain: nothing, cancel: nothing },
      ...{ allowCookies: nothing, openWindow: nothing, goOnWithout: nothing }
    }
  );
  view.offer(methods);
};
globalThis.showLogin = (state) => view?.render(state);
