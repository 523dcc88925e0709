/** A rule that a definition breaks: `at` names the value, such as `reqGeneralInfo/reqSoftphoneWidth`. */
export type BrokenRule = { readonly at: string; readonly message: string };

/** One broken rule, or none when it holds. */
export function unless(holds: boolean, at: string, message: string): readonly BrokenRule[] {
  return holds ? [] : [{ at, message }];
}
