const key = 'console-presence';

/** The presence before the page was loaded anew, so that the rep comes back as before. */
export function keptStatus(): string {
  try {
    return sessionStorage.getItem(key) ?? '0';
  } catch {
    return '0';
  }
}

/** Keeps the presence for a reload of this tab. */
export function keepStatus(statusId: string): void {
  sessionStorage.setItem(key, statusId);
}
