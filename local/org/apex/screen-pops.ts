import { method, type ApexClass, type ApexContext } from './apex-method';
import { isClosed, searchedField } from './searched-field';
import { query, search } from './user-mode';

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/** Describe answers whole names, with the namespace that each has. */
const asWritten = (context: ApexContext): ApexContext => ({ ...context, namespace: undefined });

/** The twin of ScreenPops. */
export const screenPops: ApexClass = {
  byText: method(
    'objectName: String, fieldName: String, value: String',
    'List<SObject>',
    (context, { objectName, fieldName, value }) => {
      if (isClosed(context, textOf(objectName))) return [];
      const { soql, binds } = searchedField(context, textOf(objectName), textOf(fieldName)).query(textOf(value));
      return query(asWritten(context), soql, binds);
    }
  ),
  byNumber: method(
    'objectName: String, fieldName: String, numbers: List<String>',
    'List<List<SObject>>',
    (context, { objectName, fieldName, numbers }) => {
      if (isClosed(context, textOf(objectName))) return [[]];
      const field = searchedField(context, textOf(objectName), textOf(fieldName));
      const { sosl, term } = field.search(Array.isArray(numbers) ? numbers.map(textOf) : []);
      return search(asWritten(context), sosl, term);
    }
  )
};
