/** A window in which the rep signs in: an identity provider's, which refuses to be framed, or the login page's own. */
export type SignInWindow = { readonly close: () => void };

export type SignInWindowOptions = {
  /** Gets the code that the page at the end of the sign-in sends, which only our own origin may. */
  readonly taken: (code: string) => void;
  /** The window is closed, or its page cut the tie to this one, which looks the same; the rep may still have a code to type. */
  readonly closed: () => void;
};

const looks = 'popup,width=480,height=640';
const lookedAfter = 500;

/**
 * Opens the sign-in page in a window of its own; call it within a click. Undefined when the browser blocked the window, or the address
 * is not ours.
 */
export function openSignInWindow(
  window: Window,
  startUrl: string,
  { taken, closed }: SignInWindowOptions
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
  const look = window.setInterval(() => {
    if (!opened.closed) return;
    window.clearInterval(look);
    closed();
  }, lookedAfter);
  const stop = (): void => {
    window.clearInterval(look);
    window.removeEventListener('message', hear);
  };
  window.addEventListener('message', hear);
  return {
    close: () => {
      stop();
      opened.close();
    }
  };
}
