const day = 86_400_000;

/** The day so many days after a day, both YYYY-MM-DD; a day that does not exist is refused with a RangeError. */
export function dueDateAfter(today: string, days: number): string {
  const start = Date.parse(`${today}T00:00:00Z`);
  const due = new Date(start + days * day);
  return due.toISOString().slice(0, 10);
}
