/** Omni-Channel of a page, as its toolkit reaches it. */
export type OmniChannel = {
  /** Methods by name; each answers with a promise. */
  readonly toolkit: Readonly<Record<string, (given?: Readonly<Record<string, unknown>>) => Promise<unknown>>>;
  /** Events by their names without the namespace; what it gives back ends that. */
  readonly onEvent: (listener: (name: string, params: Readonly<Record<string, unknown>>) => void) => () => void;
};

/** The descriptor of the toolkit. */
export const omniToolkit = 'lightning:omniToolkitAPI';
