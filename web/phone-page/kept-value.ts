/** One small thing that outlives a reload where the browser allows it, and else the page. Never a secret. */
export type KeptValue = {
  readonly read: () => string | undefined;
  readonly keep: (value: string | undefined) => void;
};

type Keeper = Pick<Window, 'localStorage' | 'document'>;

const cookieLife = 'Max-Age=2592000';

/**
 * A value under this name. Browsers that block third-party storage throw on the very touch of `localStorage`; the cookie of this
 * frame in this site, which is what the session lives by too, then keeps it.
 */
export function keptValue(window: Keeper, name: string): KeptValue {
  let held: string | undefined;
  const cookie = `__Host-${name}`;
  const write = (value: string | undefined): void => {
    const life = value === undefined ? 'Max-Age=0' : cookieLife;
    window.document.cookie = `${cookie}=${encodeURIComponent(value ?? '')}; Secure; SameSite=None; Partitioned; Path=/; ${life}`;
  };
  const store = (value: string | undefined): true => {
    if (value === undefined) window.localStorage.removeItem(name);
    else window.localStorage.setItem(name, value);
    return true;
  };
  return {
    read: () => {
      const stored = attempt(() => ({ value: window.localStorage.getItem(name) ?? undefined }));
      return (stored ? stored.value : attempt(() => readCookie(window.document.cookie, cookie))) ?? held;
    },
    keep: (value) => {
      held = value;
      if (attempt(() => store(value)) === undefined) attempt(() => write(value));
    }
  };
}

function readCookie(cookies: string, name: string): string | undefined {
  const found = cookies.split('; ').find((each) => each.startsWith(`${name}=`));
  return found === undefined ? undefined : decodeURIComponent(found.slice(name.length + 1));
}

function attempt<Value>(touch: () => Value): Value | undefined {
  try {
    return touch();
  } catch {
    return undefined;
  }
}
