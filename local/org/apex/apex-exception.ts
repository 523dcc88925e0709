/** An exception that no Apex code catches; `pageErrors` are those of a DML statement. */
export class ApexException extends Error {
  readonly exceptionType: string;
  readonly pageErrors: readonly { readonly statusCode: string; readonly message: string }[];

  constructor(exceptionType: string, message: string, pageErrors: ApexException['pageErrors'] = []) {
    super(message);
    this.exceptionType = exceptionType;
    this.pageErrors = pageErrors;
  }
}

/**
 * The body of the failed answer, as `error.body` of a component: of a DML statement the errors and nothing else, neither
 * words nor the exception's name (github.com/trailheadapps/lwc-recipes, pull request 483).
 */
export const exceptionBody = ({
  exceptionType,
  message,
  pageErrors
}: ApexException): Readonly<Record<string, unknown>> =>
  pageErrors.length > 0
    ? { fieldErrors: {}, pageErrors, index: null, duplicateResults: [] }
    : { exceptionType, isUserDefinedException: false, message, stackTrace: '' };
