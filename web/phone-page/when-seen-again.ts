/** Calls when somebody looks at the page again, when it comes out of the browser's memory, and when the computer is online again. */
export function whenSeenAgain(window: Window, look: () => void): void {
  const { document } = window;
  const lookAgain = (): void => {
    if (document.visibilityState === 'visible') look();
  };
  document.addEventListener('visibilitychange', lookAgain);
  window.addEventListener('pageshow', lookAgain);
  window.addEventListener('online', lookAgain);
}
