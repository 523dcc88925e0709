/** Whether this rep is to be signed in without a click, as far as this page knows. */
export type AutomaticLogin = {
  /** What the rep chose, as Salesforce keeps it. */
  readonly preferred: (isWanted: boolean) => void;
  /** The rep was logged out, by whomever: nobody signs them in again unasked. */
  readonly left: () => void;
  /** The rep asked for the login, or is logged in: what was before is over. */
  readonly returned: () => void;
  /** Nothing until the choice is known. */
  readonly isPreferred: () => boolean | undefined;
  /** Whether a login that begins now may go on by itself. */
  readonly isDue: () => boolean;
};

export type AutomaticLoginOptions = {
  readonly document: Pick<Document, 'cookie'>;
  readonly orgId: string;
  readonly userId: () => string | undefined;
  readonly isPreferred?: boolean;
};

/**
 * Remembers who left in a cookie of this browser's session: every tab below the same site knows it, and when Salesforce is launched in a
 * new browser it is forgotten. Without cookies a login by itself is not tried at all.
 */
export function openAutomaticLogin({ document, orgId, userId, isPreferred }: AutomaticLoginOptions): AutomaticLogin {
  let preference = isPreferred;
  let isAskedFor = false;
  let isGone = false;
  const name = (): string => `__Host-ringdown-left-${orgId}-${userId()?.slice(0, 15) ?? ''}`;
  const write = (value: string, life: string): void => {
    try {
      document.cookie = `${name()}=${value}; Secure; SameSite=None; Partitioned; Path=/${life}`;
    } catch {
      // A browser that refuses is one that keeps no session either.
    }
  };
  const hasLeft = (): boolean => {
    try {
      return document.cookie.split('; ').includes(`${name()}=yes`);
    } catch {
      return true;
    }
  };
  return {
    preferred: (isWanted) => (preference = isWanted),
    left: () => {
      isGone = true;
      isAskedFor = false;
      write('yes', '');
    },
    returned: () => {
      isGone = false;
      isAskedFor = true;
      write('', '; Max-Age=0');
    },
    isPreferred: () => preference,
    isDue: () => !isGone && (isAskedFor || preference === true) && !hasLeft()
  };
}
