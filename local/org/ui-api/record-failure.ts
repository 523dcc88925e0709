import type { ApiResponse } from '../api';
import type { ApiError } from '../api-error';

/** A refused write as `lightning/uiRecordApi` gets it: what is wrong with fields by their names, and what is wrong otherwise. */
export function recordFailure(operation: 'create' | 'update', error: ApiError): ApiResponse {
  const [field = null] = error.fields ?? [];
  const entry = {
    constituentField: null,
    duplicateRecordError: null,
    errorCode: error.errorCode,
    field,
    fieldLabel: field,
    message: error.message
  };
  const output =
    field === null ? { errors: [entry], fieldErrors: {} } : { errors: [], fieldErrors: { [field]: [entry] } };
  return {
    status: 400,
    body: {
      message: `An error occurred while trying to ${operation} the record. Please try again.`,
      statusCode: 400,
      enhancedErrorType: 'RecordError',
      output
    }
  };
}
