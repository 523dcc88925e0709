/** Makes this page take one moment for now, so that what it shows is the same on every day. Timers run as always. */
export function standStill(now: string): void {
  const moment = Date.parse(now);
  const TrueDate = Date;
  const StillDate = function (this: unknown, ...given: readonly unknown[]): Date | string {
    if (new.target === undefined) return new TrueDate(moment).toString();
    return Reflect.construct(TrueDate, given.length === 0 ? [moment] : given, new.target) as Date;
  } as unknown as DateConstructor;
  Object.defineProperties(StillDate, {
    prototype: { value: TrueDate.prototype },
    now: { value: () => moment },
    parse: { value: TrueDate.parse },
    UTC: { value: TrueDate.UTC }
  });
  globalThis.Date = StillDate;
}
