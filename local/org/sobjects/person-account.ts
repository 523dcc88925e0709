import { field, flag, reference, text, type Field } from './field';

const readOnly = { readOnly: true } as const;

/**
 * Fields that only an org with person accounts has [SOAP API, Person Account Record Types; Object Reference, Account and Contact].
 * A person has the parts of a name where a company has the whole.
 */
export const personFields: Readonly<Record<string, readonly Field[]>> = {
  Account: [
    text('Name', 255),
    text('LastName', 80),
    text('FirstName', 40),
    flag('IsPersonAccount', readOnly),
    reference('PersonContactId', 'Contact', readOnly),
    field('PersonMobilePhone', 'phone', { permissionable: true }),
    field('PersonEmail', 'email', { permissionable: true }),
    flag('PersonDoNotCall', { permissionable: true })
  ],
  Contact: [flag('IsPersonAccount', readOnly)]
};
