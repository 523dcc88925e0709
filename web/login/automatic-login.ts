import { keepsCookies } from '../shared/keeps-cookies';
import { type LoginMethod } from '../shared/session-wire/login-attempt';
import { askSilently } from './silent-sign-in';

export type AutomaticOptions = {
  readonly window: Window;
  readonly orgId: string;
  readonly isSignedIn: () => Promise<boolean>;
  /** The rep is logged in already, in another tab. */
  readonly wasSignedIn: () => void;
  /** Takes the code of the provider, or that there is none. */
  readonly answered: (code: string | undefined) => Promise<unknown>;
};

/** Another tab that tries is waited for so long. */
const longestTurn = 6_000;

/**
 * Tries once in the life of this page to log the rep in without a click; says whether it does. Tabs take turns, because each login ends
 * the one before it.
 */
export function automaticLogin(options: AutomaticOptions): (methods: readonly LoginMethod[]) => boolean {
  const { window, orgId, isSignedIn, wasSignedIn, answered } = options;
  let isTried = false;

  const attempt = async (silentUrl: string): Promise<unknown> => {
    if (await isSignedIn()) return wasSignedIn();
    return answered(await askSilently(window, silentUrl));
  };
  const inTurn = async (work: () => Promise<unknown>): Promise<unknown> => {
    const locks = window.navigator.locks as LockManager | undefined;
    if (locks === undefined) return work();
    const signal = AbortSignal.timeout(longestTurn);
    return locks.request(`ringdown-silent-${orgId}`, { signal }, work).catch((error: unknown) => {
      // Where the browser keeps nothing for frames it has no locks either.
      if (error instanceof DOMException && error.name === 'SecurityError') return work();
      throw error;
    });
  };

  return (methods) => {
    const [silentUrl] = methods.flatMap((method) => (method.kind === 'oidc' ? (method.silentUrl ?? []) : []));
    // Without cookies nothing could prove on the way back that this page began.
    if (isTried || silentUrl === undefined || !keepsCookies(window.document)) return false;
    isTried = true;
    void inTurn(() => attempt(silentUrl)).catch(() => answered(undefined));
    return true;
  };
}
