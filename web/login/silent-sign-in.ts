/** The provider answers at once or shows something, which nobody sees here. */
const patience = 4_000;

/**
 * Asks the provider in a hidden frame whether the rep is signed in there. Gives the code that the page at the end of the way sends;
 * nothing when the provider says no, would have to ask something, gets no cookies in this frame, or takes too long.
 */
export function askSilently(window: Window, silentUrl: string): Promise<string | undefined> {
  const { document } = window;
  const { origin } = window.location;
  const url = URL.parse(silentUrl, window.location.href);
  if (url?.origin !== origin) return Promise.resolve(undefined);
  const frame = document.createElement('iframe');
  frame.hidden = true;
  frame.tabIndex = -1;
  frame.setAttribute('aria-hidden', 'true');
  // A page of the provider that is shown after all opens no windows and leads Salesforce nowhere.
  frame.setAttribute('sandbox', 'allow-scripts allow-same-origin');
  return new Promise((resolve) => {
    const hear = ({ origin: from, source, data }: MessageEvent): void => {
      if (from !== origin || source !== frame.contentWindow || typeof data !== 'object' || data === null) return;
      const { type, code } = data as Readonly<Record<string, unknown>>;
      if (type === 'silent-none') end(undefined);
      if (type === 'silent-code' && typeof code === 'string') end(code);
    };
    const end = (code: string | undefined): void => {
      window.clearTimeout(deadline);
      window.removeEventListener('message', hear);
      frame.remove();
      resolve(code);
    };
    const deadline = window.setTimeout(() => end(undefined), patience);
    window.addEventListener('message', hear);
    frame.src = url.href;
    document.body.append(frame);
  });
}
