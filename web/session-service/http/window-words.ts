import { chooseLanguage } from '../../shared/choose-language';

/** Why a login at a provider did not go on. */
export type WindowProblem = 'over' | 'away' | 'refused';

/** What the window of a provider's login says. */
export type WindowWords = Readonly<Record<WindowProblem, { readonly title: string; readonly text: string }>> & {
  readonly signedIn: string;
  readonly canClose: string;
  readonly copyCode: string;
};

/** A language that the window speaks, with its words. */
export type WindowLanguage = { readonly tag: string; readonly words: WindowWords };

const english: WindowWords = {
  over: { title: 'This login is over', text: 'Close this window and start the login again in Salesforce.' },
  away: { title: 'The sign-in page does not answer', text: 'Close this window and try again in a moment.' },
  refused: {
    title: 'You are not signed in',
    text: 'Sign in with the user that you have in Salesforce. Close this window to try again.'
  },
  signedIn: 'You are signed in',
  canClose: 'You are signed in. You can close this window.',
  copyCode: 'Copy this code into the login page in Salesforce. It is good once, for two minutes.'
};

const german: WindowWords = {
  over: {
    title: 'Diese Anmeldung ist vorbei',
    text: 'Schließen Sie dieses Fenster und beginnen Sie die Anmeldung in Salesforce neu.'
  },
  away: {
    title: 'Die Anmeldeseite antwortet nicht',
    text: 'Schließen Sie dieses Fenster und versuchen Sie es gleich noch einmal.'
  },
  refused: {
    title: 'Sie sind nicht angemeldet',
    text: 'Melden Sie sich mit dem Benutzer an, den Sie in Salesforce haben. Schließen Sie dieses Fenster, um es erneut zu versuchen.'
  },
  signedIn: 'Sie sind angemeldet',
  canClose: 'Sie sind angemeldet. Sie können dieses Fenster schließen.',
  copyCode: 'Kopieren Sie diesen Code in die Anmeldeseite in Salesforce. Er gilt einmal, zwei Minuten lang.'
};

const french: WindowWords = {
  over: {
    title: 'Cette connexion est terminée',
    text: 'Fermez cette fenêtre et recommencez la connexion dans Salesforce.'
  },
  away: {
    title: 'La page de connexion ne répond pas',
    text: 'Fermez cette fenêtre et réessayez dans un instant.'
  },
  refused: {
    title: 'Vous n’êtes pas connecté',
    text: 'Connectez-vous avec l’utilisateur que vous avez dans Salesforce. Fermez cette fenêtre pour réessayer.'
  },
  signedIn: 'Vous êtes connecté',
  canClose: 'Vous êtes connecté. Vous pouvez fermer cette fenêtre.',
  copyCode: 'Copiez ce code dans la page de connexion dans Salesforce. Il est valable une fois, pendant deux minutes.'
};

const spanish: WindowWords = {
  over: {
    title: 'Este inicio de sesión ha terminado',
    text: 'Cierre esta ventana y vuelva a iniciar la sesión en Salesforce.'
  },
  away: {
    title: 'La página de inicio de sesión no responde',
    text: 'Cierre esta ventana y vuelva a intentarlo en un momento.'
  },
  refused: {
    title: 'No ha iniciado sesión',
    text: 'Inicie sesión con el usuario que tiene en Salesforce. Cierre esta ventana para volver a intentarlo.'
  },
  signedIn: 'Ha iniciado sesión',
  canClose: 'Ha iniciado sesión. Puede cerrar esta ventana.',
  copyCode: 'Copie este código en la página de inicio de sesión en Salesforce. Vale una sola vez, durante dos minutos.'
};

const japanese: WindowWords = {
  over: {
    title: 'このログインは終了しました',
    text: 'このウィンドウを閉じて、Salesforce でログインをやり直してください。'
  },
  away: {
    title: 'サインインページが応答しません',
    text: 'このウィンドウを閉じて、少ししてからもう一度お試しください。'
  },
  refused: {
    title: 'ログインしていません',
    text: 'Salesforce で使っているユーザーでサインインしてください。やり直すにはこのウィンドウを閉じてください。'
  },
  signedIn: 'ログインしました',
  canClose: 'ログインしました。このウィンドウは閉じてかまいません。',
  copyCode: 'このコードを Salesforce のログインページに入力してください。有効なのは一度だけ、2 分間です。'
};

/** Every language of the window, by its tag; those of the login page. */
export const windowLanguages: Readonly<Record<string, WindowWords>> = {
  en: english,
  de: german,
  fr: french,
  es: spanish,
  ja: japanese
};

/** The language of a window: that of the login page that opened it, or else the browser's, as the login page chooses its own. */
export function windowLanguage(asked: string | undefined, acceptLanguage: string | undefined): WindowLanguage {
  const tag = chooseLanguage([asked ?? null, ...inOrder(acceptLanguage ?? '')], Object.keys(windowLanguages));
  return { tag, words: windowLanguages[tag]! };
}

/** The languages of the header, the most wanted first. */
function inOrder(header: string): readonly string[] {
  return header
    .split(',')
    .map((each) => {
      const [tag = '', ...parameters] = each.split(';').map((part) => part.trim());
      const weight = parameters.find((part) => part.startsWith('q='));
      return { tag, weight: weight === undefined ? 1 : Number(weight.slice(2)) };
    })
    .filter(({ tag, weight }) => tag !== '' && weight > 0)
    .sort((one, other) => other.weight - one.weight)
    .map(({ tag }) => tag);
}
