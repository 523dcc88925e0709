import { z } from 'zod';
import { isSoundId, longId } from '../salesforce-id';

/** A Salesforce id of one key prefix, with 15 characters or with 18 whose checksum is right. */
export function salesforceId(prefix: string, what: string): z.ZodString {
  const expected = `${what}: ${prefix} and 12 or 15 more letters and digits`;
  const schema = z.string({ error: expected }).superRefine((id, context) => {
    if (!id.startsWith(prefix) || !/^[A-Za-z0-9]{15}([A-Za-z0-9]{3})?$/.test(id)) {
      context.addIssue({ code: 'custom', message: expected });
    } else if (!isSoundId(id)) {
      const fix = `Its last three characters do not fit the others: copy it again. If the first 15 are right it is ${longId(id)}`;
      context.addIssue({ code: 'custom', message: `${what} whose checksum is right`, params: { fix } });
    }
  });
  return schema.meta({ pattern: `^${prefix}([A-Za-z0-9]{12}|[A-Za-z0-9]{15})$` });
}
