/** One of the places where the rep is logged in to the phone. */
export type Place = {
  /** Names it; nobody can log in with it. */
  readonly placeId: string;
  /** The browser and the computer, as people call them; absent when nobody knows. */
  readonly name?: string;
  /** ISO-8601. */
  readonly since: string;
  /** ISO-8601. */
  readonly lastActiveAt: string;
  /** The one whose phone page says it. */
  readonly isThis: boolean;
};
