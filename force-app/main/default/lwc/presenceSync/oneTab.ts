/** Takes the role that one tab of the browser has; `taken` is called when it is this one's. Gives it back when the answer is called. */
export function takeRole(name: string, taken: () => void): () => void {
  let letGo = (): void => undefined;
  let isOver = false;
  const take = (): Promise<void> => {
    if (isOver) return Promise.resolve();
    taken();
    return new Promise((resolve) => (letGo = resolve));
  };
  const takeAnyway = (): void => {
    void take();
  };
  // A browser without locks has the role in each tab; Omni-Channel itself is in one of them only.
  if ('locks' in navigator) navigator.locks.request(name, take).catch(takeAnyway);
  else takeAnyway();
  return () => {
    isOver = true;
    letGo();
  };
}
