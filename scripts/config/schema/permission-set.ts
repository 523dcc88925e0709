import { z } from 'zod';
import { developerName, namespace } from './names';
import { ruleWithCallCenters } from './users';
import { about, flag, oneOf, shortText } from './words';

const access = oneOf(['read', 'edit']);
const expected = 'Object.Field, such as Task.Type or Task.ns__CallId__c';

/** Not subject to field-level security: a permission set that names one is refused (Object Reference, Task). */
const withoutSecurity = [
  'CallDisposition',
  'CallDurationInSeconds',
  'CallObject',
  'CallType',
  'TaskSubtype',
  'Subject',
  'Status',
  'Priority',
  'OwnerId'
];

const fieldName = z.string({ error: expected }).superRefine((name, context) => {
  const [, object, field] = /^([A-Za-z]\w*)\.([A-Za-z]\w*)$/.exec(name) ?? [];
  const fail = (message: string, fix?: string): void => context.addIssue({ code: 'custom', message, params: { fix } });
  if (object === undefined || field === undefined) return fail(expected);
  if (object === 'Activity')
    return fail(
      'spelled with Task or Event',
      `Write Task.${field} (and Event.${field}): Salesforce refuses Activity here`
    );
  if ((object === 'Task' || object === 'Event') && withoutSecurity.includes(field)) {
    fail('a field that has field-level security', `Everyone who sees the ${object} sees ${field}: take the line out`);
  }
});

/** An unpackaged permission set: a packaged one can hold neither Task.Type nor ApiEnabled. */
export const permissionSet = z.strictObject({
  name: about('API name.', developerName),
  label: about('What Setup shows.', shortText(80)),
  apiEnabled: about('Gives API Enabled.', flag, false).optional(),
  userPermissions: about(
    'Other user permissions that no packaged permission set can carry.',
    z.array(oneOf(['EditTask', 'EditEvent', 'ActivitiesAccess']), { error: 'a list of user permissions' })
  ).optional(),
  fields: about(
    'Access by field name.',
    z.record(fieldName, access, { error: 'a mapping of fields to read or edit' })
  ).optional(),
  callLogFields: about(
    'Custom Task fields that a package brought; their names are read from the org.',
    z.strictObject({
      vendors: about('Those of the call-log namespaces that the vendor files name.', access).optional(),
      ringdown: about('Those of Ringdown’s own package.', access).optional(),
      namespaces: about(
        'Those of other namespaces.',
        z.record(namespace, access, {
          error: 'a mapping of namespaces to read or edit'
        })
      ).optional()
    })
  ).optional(),
  assignTo: about('Who gets it.', ruleWithCallCenters)
});

export type PermissionSetSettings = z.infer<typeof permissionSet>;
