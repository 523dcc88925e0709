/** From `start` to before `end`. */
export type Period = { readonly start: Date; readonly end: Date };

type Unit = 'DAY' | 'WEEK' | 'MONTH' | 'QUARTER' | 'YEAR';

/** The period of `TODAY`, `LAST_N_DAYS:3` and the like, in UTC with weeks from Sunday; undefined for a literal that is unknown. */
export function periodOf(literal: string, now: Date): Period | undefined {
  const [name = '', number] = literal.toUpperCase().replace('FISCAL_', '').split(':');
  const count = Number(number ?? 0);
  const simple: Readonly<Record<string, readonly [Unit, number]>> = {
    YESTERDAY: ['DAY', -1],
    TODAY: ['DAY', 0],
    TOMORROW: ['DAY', 1]
  };
  const fixed = simple[name];
  if (fixed) return one(fixed[0], fixed[1], now);
  const days = /^(LAST|NEXT)_90_DAYS$/.exec(name);
  if (days) return several(days[1] === 'LAST' ? -90 : 90, 'DAY', now);
  const relative = /^(LAST|THIS|NEXT)_(WEEK|MONTH|QUARTER|YEAR)$/.exec(name);
  if (relative) return one(relative[2] as Unit, steps[relative[1] as keyof typeof steps], now);
  const counted = /^(LAST|NEXT)_N_(DAY|WEEK|MONTH|QUARTER|YEAR)S$/.exec(name);
  if (counted) return several(counted[1] === 'LAST' ? -count : count, counted[2] as Unit, now);
  const ago = /^N_(DAY|WEEK|MONTH|QUARTER|YEAR)S_AGO$/.exec(name);
  return ago ? one(ago[1] as Unit, -count, now) : undefined;
}

const steps = { LAST: -1, THIS: 0, NEXT: 1 } as const;

const one = (unit: Unit, step: number, now: Date): Period => ({
  start: startOf(unit, step, now),
  end: startOf(unit, step + 1, now)
});

/** The last days include today; the last weeks, months and longer end before the present one [SOQL reference, date literals]. */
function several(count: number, unit: Unit, now: Date): Period {
  if (count < 0) return { start: startOf(unit, count, now), end: startOf(unit, unit === 'DAY' ? 1 : 0, now) };
  return { start: startOf(unit, 1, now), end: startOf(unit, count + 1, now) };
}

function startOf(unit: Unit, step: number, now: Date): Date {
  const [year, month, day] = [now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate()];
  switch (unit) {
    case 'DAY':
      return new Date(Date.UTC(year, month, day + step));
    case 'WEEK':
      return new Date(Date.UTC(year, month, day - now.getUTCDay() + 7 * step));
    case 'MONTH':
      return new Date(Date.UTC(year, month + step, 1));
    case 'QUARTER':
      return new Date(Date.UTC(year, month - (month % 3) + 3 * step, 1));
    case 'YEAR':
      return new Date(Date.UTC(year + step, 0, 1));
    default:
      return unit satisfies never;
  }
}
