/** The pattern of a rule as an expression; throws where it is none. */
export function pattern(given: string | RegExp): RegExp {
  if (given instanceof RegExp) return new RegExp(given.source, given.flags.replace('g', ''));
  const [, source, flags] = /^\/(.+)\/([a-z]*)$/.exec(given) ?? [];
  // A path begins with a slash and may end with one; only what looks like an expression is read as one.
  if (source !== undefined && /[\\^$()|[\]+?.]/.test(source)) return new RegExp(source, flags);
  const parts = given.split('*').map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${parts.join('[\\s\\S]*')}$`, 'i');
}
