import { chooseLanguage } from '../shared/choose-language';
import { askForCookies, keepsCookies } from '../shared/keeps-cookies';

/** What the connector page says when it is shown at all, by language. */
const words: Readonly<Record<string, { readonly why: string; readonly allow: string }>> = {
  en: { why: 'This browser blocks the cookie that keeps you signed in to the phone.', allow: 'Allow cookie' },
  de: { why: 'Dieser Browser blockiert das Cookie, das Sie am Telefon angemeldet hält.', allow: 'Cookie erlauben' },
  fr: { why: 'Ce navigateur bloque le cookie qui vous garde connecté au téléphone.', allow: 'Autoriser le cookie' },
  es: { why: 'Este navegador bloquea la cookie que mantiene su sesión en el teléfono.', allow: 'Permitir cookie' },
  ja: { why: '電話へのサインインを保つ Cookie がブロックされています。', allow: 'Cookie を許可' }
};

/**
 * Whether the browser keeps no cookie here until the rep allows it with a click. Browsers with partitioned cookies never ask; others
 * that the rep has allowed before say yes without a click.
 */
export async function needsStorageClick(document: Document): Promise<boolean> {
  if (keepsCookies(document) || typeof document.requestStorageAccess !== 'function') return false;
  return !((await askForCookies(document)) && keepsCookies(document));
}

/** Shows the one button of this page; `done` follows the click, whatever the browser and the rep decided. */
export function showStoragePrompt(window: Window, done: () => void): void {
  const { document } = window;
  const tag = chooseLanguage(window.navigator.languages, Object.keys(words));
  const { why, allow } = words[tag]!;
  document.documentElement.lang = tag;
  document.title = allow;
  const [main, text, button] = [
    document.createElement('main'),
    document.createElement('p'),
    document.createElement('button')
  ];
  text.textContent = why;
  button.textContent = allow;
  button.type = 'button';
  main.append(text, button);
  document.body.replaceChildren(main);
  const press = (): void => {
    void askForCookies(document).then(() => {
      document.body.replaceChildren();
      done();
    });
  };
  button.addEventListener('click', press, { once: true });
}
