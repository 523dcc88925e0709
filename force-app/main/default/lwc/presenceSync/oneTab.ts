/** Takes the role that one tab of the browser has; `taken` is called when it is this one's. Gives it back when the answer is called. */
export function takeRole(name: string, taken: () => void): () => void {
  let letGo = (): void => undefined;
  let isOver = false;
  const take = (): Promise<void> | undefined => {
    if (isOver) return undefined;
    taken();
    return new Promise((resolve) => (letGo = resolve));
  };
  // A browser without locks has the role in each tab; Omni-Channel itself is in one of them only.
  if ('locks' in navigator) navigator.locks.request(name, take).catch(() => void take());
  else void take();
  return () => {
    isOver = true;
    letGo();
  };
}
