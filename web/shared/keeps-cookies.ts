const name = '__Host-ringdown-try';

/** Whether the browser keeps a cookie of this page where it is framed now. The cookie says nothing, and is gone at once. */
export function keepsCookies(document: Document): boolean {
  try {
    document.cookie = `${name}=1; Secure; SameSite=None; Partitioned; Path=/; Max-Age=5`;
    const isKept = document.cookie.includes(`${name}=1`);
    document.cookie = `${name}=; Secure; SameSite=None; Partitioned; Path=/; Max-Age=0`;
    return isKept;
  } catch {
    return false;
  }
}

/** Asks the browser for cookies in this frame; the first time it asks the rep, and only within a click. */
export async function askForCookies(document: Document): Promise<boolean> {
  if (typeof document.requestStorageAccess !== 'function') return false;
  return document.requestStorageAccess().then(
    () => true,
    () => false
  );
}
