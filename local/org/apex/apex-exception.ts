/** An exception that no Apex code catches; `pageErrors` are those of a DML statement, as a component gets them. */
export class ApexException extends Error {
  readonly exceptionType: string;
  readonly pageErrors: readonly { readonly statusCode: string; readonly message: string }[];

  constructor(exceptionType: string, message: string, pageErrors: ApexException['pageErrors'] = []) {
    super(message);
    this.exceptionType = exceptionType;
    this.pageErrors = pageErrors;
  }
}

/** The body of the failed answer, as `error.body` of a component. */
export const exceptionBody = ({
  exceptionType,
  message,
  pageErrors
}: ApexException): Readonly<Record<string, unknown>> => ({
  exceptionType,
  isUserDefinedException: false,
  message,
  stackTrace: '',
  ...(pageErrors.length > 0 ? { pageErrors, fieldErrors: {} } : {})
});
