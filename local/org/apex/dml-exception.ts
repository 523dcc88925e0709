import { ApiError } from '../api-error';
import { ApexException } from './apex-exception';

/** The exception of a DML statement that failed at one row; anything but a refusal is passed on. */
export function dmlException(
  statement: 'Insert' | 'Upsert' | 'Delete',
  row: number,
  id: string | undefined,
  error: unknown
): unknown {
  if (!(error instanceof ApiError)) return error;
  // By id, a record that is not there is one error among the others.
  const code = error.status === 404 ? 'INVALID_CROSS_REFERENCE_KEY' : error.errorCode;
  const said = error.status === 404 ? 'invalid cross reference id' : error.message;
  const place = id === undefined ? `row ${row}` : `row ${row} with id ${id}`;
  const fields = `[${(error.fields ?? []).join(', ')}]`;
  return new ApexException(
    'System.DmlException',
    `${statement} failed. First exception on ${place}; first error: ${code}, ${said}: ${fields}`,
    [{ statusCode: code, message: said }]
  );
}
