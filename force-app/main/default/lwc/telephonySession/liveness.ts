/** When the phone page was asked for a sign of life and when it last gave one, in milliseconds of a clock that never steps. */
export type Liveness = { readonly askedAt: number; readonly heardAt?: number; readonly isSilent: boolean };

/** A phone page answers at once; what needs longer is not there. */
export const patienceSeconds = 5;
/** A phone page tells its news every few seconds. One that says nothing for so long is asked. */
export const quietSeconds = 30;

/** The phone page was asked something it answers. */
export const asked = (liveness: Liveness | undefined, now: number): Liveness => ({
  askedAt: now,
  isSilent: liveness?.isSilent ?? false
});

/** The phone page said something. */
export const heard = (liveness: Liveness, now: number): Liveness => ({
  askedAt: liveness.askedAt,
  heardAt: now,
  isSilent: false
});

/** What time does to it: `ask` when the phone page should be asked again. */
export function waited(liveness: Liveness, now: number): Liveness | 'ask' {
  const { askedAt, heardAt, isSilent } = liveness;
  const seconds = (now - (heardAt ?? askedAt)) / 1000;
  // Asked again for as long as there is no answer: a phone page that opens late need not say so by itself.
  if (seconds >= quietSeconds) return 'ask';
  return heardAt === undefined && seconds >= patienceSeconds && !isSilent ? { ...liveness, isSilent: true } : liveness;
}
