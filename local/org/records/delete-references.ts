import { badRequest } from '../api-error';
import type { Sobject } from '../sobjects/sobject';
import { childRelationshipsOf } from '../sobjects/sobjects';
import type { WriteContext } from './write-context';

/** What the custom lookups to a record that goes are told: emptied, deleted with it, or the reason why it stays. */
export function forgetReferences({ org }: WriteContext, sobject: Sobject, id: string): void {
  for (const { child, field } of childRelationshipsOf(org, sobject)) {
    if (!field.custom) continue;
    for (const row of org.rows(child.name).filter((each) => each[field.name] === id)) {
      if (field.deleteConstraint === 'Restrict') {
        throw badRequest(
          'DELETE_FAILED',
          `Your attempt to delete this record failed because ${child.label} refers to it`
        );
      }
      if (field.deleteConstraint === 'Cascade') org.remove(child.name, row.Id);
      else org.update(child.name, row.Id, { [field.name]: null });
    }
  }
}
