import { RingdownError, type ErrorKind } from './ringdown-error';

export type ErrorDefinition = {
  readonly code: string;
  readonly kind: ErrorKind;
  readonly exitCode: number;
  /** What happened, for docs/errors.md. */
  readonly summary: string;
  /** What to do, for docs/errors.md. */
  readonly fix: string;
};

export type ErrorContent = {
  readonly message: string;
  readonly actions?: readonly string[];
  readonly lines?: readonly string[];
  readonly data?: Readonly<Record<string, unknown>>;
  readonly cause?: unknown;
};

/** A function that makes one kind of error and carries its definition, from which docs/errors.md is written. */
export type ErrorMaker<Arguments extends readonly unknown[]> = ((...given: Arguments) => RingdownError) & {
  readonly definition: ErrorDefinition;
};

/** Binds a code, its kind and exit code to the words it is reported with. */
export function defineError<Arguments extends readonly unknown[]>(
  definition: ErrorDefinition,
  describe: (...given: Arguments) => ErrorContent
): ErrorMaker<Arguments> {
  const { code, kind, exitCode, fix } = definition;
  const make = (...given: Arguments): RingdownError => {
    const { message, actions, lines, data, cause } = describe(...given);
    return new RingdownError(message, { code, kind, exitCode, actions: actions ?? [fix], lines, data, cause });
  };
  return Object.assign(make, { definition });
}
