/** Tells whenever the rep may be leaving the page, by another tab too, until the answer is called. */
export function whenLeaving(tell: () => void): () => void {
  const whileHere = new AbortController();
  const { signal } = whileHere;
  document.addEventListener('visibilitychange', tell, { signal });
  window.addEventListener('pagehide', tell, { signal });
  return () => whileHere.abort();
}
