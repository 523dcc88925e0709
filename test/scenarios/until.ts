/** Waits until something holds, and gives it; after the milliseconds it says what was there last. */
export async function until<Seen>(
  look: () => Promise<Seen>,
  holds: (seen: Seen) => boolean,
  what: string,
  milliseconds = 30_000
): Promise<Seen> {
  for (const end = Date.now() + milliseconds; ; await new Promise((resolve) => setTimeout(resolve, 100))) {
    const seen = await look();
    if (holds(seen)) return seen;
    if (Date.now() > end) throw new Error(`${what}, but there is ${JSON.stringify(seen)}`);
  }
}
