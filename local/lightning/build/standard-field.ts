import type { Field } from '../../org/sobjects/field';
import { newState } from '../../org/seed/new-state';
import { fieldsOf, sobjectNamed } from '../../org/sobjects/sobjects';
import { openOrg } from '../../org/state/open-org';
import type { LocalOrg } from '../../org/state/state';

let plain: LocalOrg | undefined;

/** A field that the local org has without any package. */
export function standardField(objectName: string, fieldName: string): Field | undefined {
  const now = (): Date => new Date();
  plain ??= openOrg(newState({ kind: 'developer', now }), now);
  const found = sobjectNamed(plain, objectName);
  return found && fieldsOf(plain, found).get(fieldName.toLowerCase());
}
