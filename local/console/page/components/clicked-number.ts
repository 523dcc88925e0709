/** A number of a component that was clicked. */
export type ClickedNumber = { readonly number: string; readonly recordId?: string; readonly params?: string };

/** Reads what the runtime noted of a component; undefined for what is no click on a number. */
export const clickedNumber = (what: string, details: unknown): ClickedNumber | undefined =>
  what === 'click to dial' ? (details as ClickedNumber) : undefined;
