import { badRequest } from '../api-error';
import type { Value } from '../org-data';
import type { Field } from '../sobjects/field';
import { canonicalId } from '../state/salesforce-id';

/** The value to store for what a client sent, or the error that an org answers with. */
export function fieldValue(field: Field, given: unknown): Value {
  if (given === null || given === undefined || given === '') {
    if (field.type === 'boolean') return false;
    return null;
  }
  switch (field.type) {
    case 'boolean':
      if (typeof given === 'boolean') return given;
      if (given === 'true' || given === 'false') return given === 'true';
      throw wrongShape('boolean', given);
    case 'int':
    case 'double': {
      const number = typeof given === 'string' && given.trim() !== '' ? Number(given) : given;
      if (typeof number !== 'number' || Number.isNaN(number)) throw wrongShape(field.type, given);
      if (field.type === 'int' && !Number.isInteger(number)) throw wrongShape('int', given);
      checkPrecision(field, number);
      return field.type === 'double' && field.custom ? Number(number.toFixed(field.scale)) : number;
    }
    case 'date':
      if (
        typeof given !== 'string' ||
        !/^\d{4}-\d\d-\d\d/.test(given) ||
        Number.isNaN(Date.parse(given.slice(0, 10)))
      ) {
        throw wrongShape('date', given);
      }
      return given.slice(0, 10);
    case 'datetime':
      if (typeof given !== 'string' || Number.isNaN(Date.parse(given))) throw wrongShape('datetime', given);
      return new Date(given).toISOString().replace('Z', '+0000');
    default:
      if (typeof given !== 'string') throw wrongShape('string', given);
      return textValue(field, trimmed(given));
  }
}

/** An org keeps no spaces or line ends around a text. */
const trimmed = (given: string): string => given.replace(/^[ \t\r\n]+|[ \t\r\n]+$/g, '');

function textValue(field: Field, given: string): Value {
  if (given === '') return null;
  if (field.type === 'reference' || field.type === 'id') {
    const id = canonicalId(given);
    if (!id) throw badRequest('MALFORMED_ID', `${field.label}: id value of incorrect type: ${given}`, [field.name]);
    return id;
  }
  if (field.length > 0 && given.length > field.length) {
    const shown = given.length > 255 ? `${given.slice(0, 255)}…` : given;
    throw badRequest('STRING_TOO_LONG', `${field.label}: data value too large: ${shown} (max length=${field.length})`, [
      field.name
    ]);
  }
  if (field.type === 'email' && !/^[^\s@,;]+@[^\s@,;]+\.[^\s@,;]+$/.test(given)) {
    throw badRequest('INVALID_EMAIL_ADDRESS', `${field.label}: invalid email address: ${given}`, [field.name]);
  }
  return field.restricted ? allowed(field, given) : given;
}

/** A restricted picklist takes its own values only; their case does not matter. */
function allowed(field: Field, given: string): Value {
  const chosen = field.type === 'multipicklist' ? given.split(';') : [given];
  const known = chosen.map((one) => field.values.find((value) => value.toLowerCase() === one.toLowerCase()));
  if (known.includes(undefined)) {
    throw badRequest(
      'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST',
      `${field.label}: bad value for restricted picklist field: ${given}`,
      [field.name]
    );
  }
  return known.join(';');
}

function checkPrecision(field: Field, number: number): void {
  const whole = field.type === 'int' ? 9 : field.precision - field.scale;
  if (Math.abs(number) >= 10 ** whole) {
    throw badRequest(
      'NUMBER_OUTSIDE_VALID_RANGE',
      `${field.label}: value outside of valid range on numeric field: ${number}`,
      [field.name]
    );
  }
}

const wrongShape = (type: string, given: unknown): Error => {
  const sent =
    typeof given === 'string'
      ? 'VALUE_STRING'
      : typeof given === 'number'
        ? 'VALUE_NUMBER'
        : typeof given === 'boolean'
          ? 'VALUE_TRUE'
          : 'START_OBJECT';
  return badRequest(
    'JSON_PARSER_ERROR',
    `Cannot deserialize instance of ${type} from ${sent} value ${String(given)} or request may be missing a required field`
  );
};
