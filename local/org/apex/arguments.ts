import { canonicalId } from '../state/salesforce-id';
import { ApexException } from './apex-exception';
import type { ApexMethod, Arguments } from './apex-method';

/** The arguments of a call as Apex gets them: by parameter, null where the component sent none, and of the right type. */
export function argumentsOf(method: ApexMethod, sent: unknown): Arguments {
  const given = typeof sent === 'object' && sent !== null ? (sent as Arguments) : {};
  const entries = method.parameters.map(({ name, type }) => {
    const value = given[name] ?? null;
    if (value !== null && !isOfType(type, value)) {
      const message = `Value provided is invalid for action parameter '${name}' of type '${type}'`;
      throw new ApexException('System.TypeException', message);
    }
    return [name, value] as const;
  });
  return Object.fromEntries(entries);
}

function isOfType(type: string, value: unknown): boolean {
  const [, element] = /^List<(.+)>$/.exec(type) ?? [];
  if (element !== undefined) return Array.isArray(value) && value.every((each) => isOfType(element, each));
  switch (type) {
    case 'String':
      return typeof value === 'string';
    case 'Id':
      return typeof value === 'string' && canonicalId(value) !== undefined;
    case 'Integer':
      return Number.isInteger(value);
    case 'Boolean':
      return typeof value === 'boolean';
    default:
      return isRecordOf(type, value);
  }
}

/** A component names the type of a record in `sobjectType`. */
function isRecordOf(type: string, value: unknown): boolean {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const given = 'sobjectType' in value ? String(value.sobjectType) : type;
  return given === type || given.replace(/^[A-Za-z](?:(?!__)\w)*__(?=\w+__c$)/, '') === type;
}
