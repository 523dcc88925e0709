/** 15 and 18 characters name the same record; the last three only guard against lost capitals. */
export function isSameId(one: string | undefined, other: string): boolean {
  return one?.slice(0, 15) === other.slice(0, 15);
}
