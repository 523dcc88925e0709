/** Something that is true of a user already: `in call center Support`. */
export type Holding = { readonly username: string; readonly fact: string };

/** More names than this are counted instead of listed. */
const listed = 8;

/** One line for each fact, with the users of whom it is true. */
export function describeHolding(holdings: readonly Holding[]): readonly string[] {
  const facts = [...new Set(holdings.map(({ fact }) => fact))];
  return facts.map((fact) => {
    const users = holdings.filter((holding) => holding.fact === fact).map(({ username }) => username);
    return `${users.length} ${users.length === 1 ? 'user' : 'users'} ${fact}: ${listNames(users)}`;
  });
}

/** `ann, bob and 198 more`. */
export function listNames(names: readonly string[]): string {
  const more = names.length - listed;
  return more > 0 ? `${names.slice(0, listed).join(', ')} and ${more} more` : names.join(', ');
}
