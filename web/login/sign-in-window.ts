/** The window of an identity provider, which refuses to be framed. */
export type SignInWindow = { readonly close: () => void };

const looks = 'popup,width=480,height=640';

/**
 * Opens the sign-in page in a window of its own; call it within a click. `taken` gets the code that the page at the end of the sign-in
 * sends, which only our own origin may. Undefined when the browser blocked the window, or the address is not ours.
 */
export function openSignInWindow(
  window: Window,
  startUrl: string,
  taken: (code: string) => void
): SignInWindow | undefined {
  const { origin } = window.location;
  const url = URL.parse(startUrl, window.location.href);
  if (url?.origin !== origin) return undefined;
  // What this window says at its end is said as on this page.
  url.searchParams.set('language', window.document.documentElement.lang);
  const opened = window.open(url.href, 'ringdown-sign-in', looks);
  if (opened === null) return undefined;
  const hear = ({ origin: from, source, data }: MessageEvent): void => {
    if (from !== origin || source !== opened || typeof data !== 'object' || data === null) return;
    const { type, code } = data as Readonly<Record<string, unknown>>;
    if (type !== 'login-code' || typeof code !== 'string') return;
    stop();
    taken(code);
  };
  const stop = (): void => window.removeEventListener('message', hear);
  window.addEventListener('message', hear);
  return {
    close: () => {
      stop();
      opened.close();
    }
  };
}
