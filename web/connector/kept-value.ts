/** One small thing that outlives a reload where the browser allows it, and else the page. Never a secret. */
export type KeptValue = {
  readonly read: () => string | undefined;
  readonly keep: (value: string | undefined) => void;
};

/** A value under this name. Browsers that block third-party storage throw on the very touch of `localStorage`. */
export function keptValue(window: Pick<Window, 'localStorage'>, name: string): KeptValue {
  let held: string | undefined;
  return {
    read: () => attempt(() => window.localStorage.getItem(name) ?? undefined) ?? held,
    keep: (value) => {
      held = value;
      attempt(() =>
        value === undefined ? window.localStorage.removeItem(name) : window.localStorage.setItem(name, value)
      );
    }
  };
}

function attempt<Value>(touch: () => Value): Value | undefined {
  try {
    return touch();
  } catch {
    return undefined;
  }
}
