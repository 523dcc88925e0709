/** Who must act: the person at the keyboard, the org's admin, the network, or Ringdown's maintainers. */
export type ErrorKind = 'usage' | 'org' | 'network' | 'defect';

export type ErrorDetails = {
  /** Stable name, never reworded; what code and pipelines branch on. */
  readonly code: string;
  readonly kind: ErrorKind;
  readonly exitCode: number;
  /** Commands or clicks to do next, in order, ready to paste. */
  readonly actions: readonly string[];
  /** One line each, printed under the message: places in a file, per-user results, Salesforce's own words. */
  readonly lines?: readonly string[];
  /** The same for programs: `--json` prints it beside the code. */
  readonly data?: Readonly<Record<string, unknown>>;
  readonly cause?: unknown;
};

/** The only error that Ringdown throws on purpose. Anything else that escapes is a defect (exit 70). */
export class RingdownError extends Error {
  readonly code: string;
  readonly kind: ErrorKind;
  readonly exitCode: number;
  readonly actions: readonly string[];
  readonly lines: readonly string[];
  readonly data: Readonly<Record<string, unknown>>;

  constructor(message: string, details: ErrorDetails) {
    super(message, details.cause === undefined ? undefined : { cause: details.cause });
    this.name = 'RingdownError';
    this.code = details.code;
    this.kind = details.kind;
    this.exitCode = details.exitCode;
    this.actions = details.actions;
    this.lines = details.lines ?? [];
    this.data = details.data ?? {};
  }
}
