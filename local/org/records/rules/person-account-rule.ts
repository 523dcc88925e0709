import { badRequest } from '../../api-error';
import type { Fields, Row } from '../../org-data';
import type { Rule } from './rule';

/**
 * Where an org has person accounts, an account with a last name is a person: a contact is made with it, and follows it
 * [SOAP API, Person Account Record Types].
 */
export const accountRule: Rule = {
  check: (org, fields, before): Fields => {
    if (!org.settings.personAccounts) return {};
    const { FirstName, LastName, Name } = { ...before, ...fields };
    if (LastName) return { Name: [FirstName, LastName].filter(Boolean).join(' '), IsPersonAccount: true };
    if (!Name) throw badRequest('REQUIRED_FIELD_MISSING', 'Required fields are missing: [Name]', ['Name']);
    return { IsPersonAccount: false };
  },
  after: (org, account) => {
    if (account.IsPersonAccount !== true) return;
    const contact = account.PersonContactId;
    if (typeof contact === 'string') org.update('Contact', contact, contactHalf(account));
    else org.update('Account', account.Id, { PersonContactId: org.insert('Contact', contactHalf(account)).Id });
  }
};

function contactHalf({ Id, ...account }: Row): Fields {
  return {
    AccountId: Id,
    IsPersonAccount: true,
    FirstName: account.FirstName ?? null,
    LastName: account.LastName ?? null,
    Name: account.Name ?? null,
    Phone: account.Phone ?? null,
    MobilePhone: account.PersonMobilePhone ?? null,
    Email: account.PersonEmail ?? null,
    DoNotCall: account.PersonDoNotCall ?? false,
    OwnerId: account.OwnerId ?? null
  };
}
