import { field, flag, longText, pick, reference, text } from './field';
import { sobject } from './sobject';

const all = { operations: ['create', 'update', 'delete'], audit: 'deletable' } as const;
const owner = reference('OwnerId', ['User', 'Group']);
const phone = (name: string) => field(name, 'phone', { permissionable: true });
const email = field('Email', 'email', { permissionable: true });

export const account = sobject(
  'Account',
  '001',
  [
    text('Name', 255, { required: true }),
    text('AccountNumber', 40, { permissionable: true }),
    pick('Type', ['Prospect', 'Customer - Direct', 'Customer - Channel', 'Partner', 'Other'], { permissionable: true }),
    pick('Industry', ['Banking', 'Education', 'Energy', 'Healthcare', 'Technology', 'Other'], { permissionable: true }),
    reference('ParentId', 'Account', { permissionable: true, childRelationship: 'ChildAccounts' }),
    phone('Phone'),
    phone('Fax'),
    field('Website', 'url', { permissionable: true }),
    longText('Description', 32000, { permissionable: true }),
    owner
  ],
  all
);

export const contact = sobject(
  'Contact',
  '003',
  [
    text('LastName', 80, { required: true }),
    text('FirstName', 40),
    text('Name', 121, { readOnly: true }),
    reference('AccountId', 'Account', { permissionable: true, childRelationship: 'Contacts' }),
    ...['Phone', 'MobilePhone', 'HomePhone', 'OtherPhone', 'AssistantPhone', 'Fax'].map(phone),
    email,
    text('Title', 128, { permissionable: true }),
    flag('DoNotCall', { permissionable: true }),
    longText('Description', 32000, { permissionable: true }),
    owner
  ],
  all
);

export const lead = sobject(
  'Lead',
  '00Q',
  [
    text('LastName', 80, { required: true }),
    text('FirstName', 40),
    text('Name', 121, { readOnly: true }),
    text('Company', 255, { required: true }),
    pick('Status', ['Open - Not Contacted', 'Working - Contacted', 'Closed - Converted', 'Closed - Not Converted'], {
      required: true,
      defaultValue: 'Open - Not Contacted'
    }),
    ...['Phone', 'MobilePhone', 'Fax'].map(phone),
    email,
    flag('DoNotCall', { permissionable: true }),
    flag('IsConverted', { updateable: false }),
    longText('Description', 32000, { permissionable: true }),
    owner
  ],
  all
);

export const supportCase = sobject(
  'Case',
  '500',
  [
    text('CaseNumber', 30, { readOnly: true, idLookup: true }),
    reference('ContactId', 'Contact', { permissionable: true, childRelationship: 'Cases' }),
    reference('AccountId', 'Account', { permissionable: true, childRelationship: 'Cases' }),
    pick('Status', ['New', 'Working', 'Escalated', 'Closed'], { defaultValue: 'New' }),
    pick('Priority', ['High', 'Medium', 'Low'], { defaultValue: 'Medium', permissionable: true }),
    pick('Origin', ['Phone', 'Email', 'Web'], { permissionable: true }),
    text('Subject', 255, { permissionable: true }),
    longText('Description', 32000, { permissionable: true }),
    field('SuppliedPhone', 'phone', { length: 40, permissionable: true }),
    flag('IsClosed', { readOnly: true }),
    owner
  ],
  all
);
