/** Longer than it takes a tab that the rep sees to claim a pop. */
const patience = 1500;

/** Resolves at once where the rep sees this tab; a hidden one lets those go first that are seen. */
export function myTurn(): Promise<void> {
  if (document.visibilityState !== 'hidden') return Promise.resolve();
  return new Promise((resolve) => {
    // eslint-disable-next-line @lwc/lwc/no-async-operation -- nothing tells a tab whether another one is seen
    setTimeout(resolve, patience);
  });
}
