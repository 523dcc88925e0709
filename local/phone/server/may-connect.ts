/** Whether a page of this origin may connect. Browsers always say it (RFC 6455, section 4.1), programs do not, and show a ticket. */
export function mayConnect(origin: string | undefined, origins: readonly string[] = []): boolean {
  return origin === undefined || origins.includes(origin);
}
