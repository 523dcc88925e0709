import { fieldsOf, textOf } from '../shared/session-wire/plain-value';

/** A number that was clicked, and the record that it stood on. */
export type DialClick = {
  readonly number: string;
  readonly recordId?: string;
  readonly recordName?: string;
  readonly objectName?: string;
};

/** Reads what `onClickToDial` hands over; nothing without a number. */
export function readDialClick(payload: unknown): DialClick | undefined {
  const fields = fieldsOf(payload);
  const number = textOf(fields?.number);
  if (fields === undefined || number === undefined) return undefined;
  const [recordId, recordName, objectName] = [fields.recordId, fields.recordName, fields.objectType].map(textOf);
  return {
    number,
    ...(recordId ? { recordId } : {}),
    ...(recordName ? { recordName } : {}),
    ...(objectName ? { objectName } : {})
  };
}
