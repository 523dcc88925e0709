// How the types of Jest are extended.
declare namespace jest {
  interface Matchers<R> {
    /** Passes when axe finds nothing, by @sa11y/jest. */
    toBeAccessible(): Promise<R>;
  }
}
