import type { Sobject } from '../../sobjects/sobject';
import type { Fields } from '../../org-data';
import type { Rule } from './rule';

/** Who makes a record owns it; a record without a name is named by its id. */
export const customObjectRule: Rule = {
  check: (_org, fields, before, userId): Fields => (before ? {} : { OwnerId: fields.OwnerId ?? userId }),
  after: (org, row, before) => {
    const sobject = org.components('CustomObject').find((each) => each.keyPrefix === row.Id.slice(0, 3))?.fullName;
    if (before === undefined && sobject !== undefined && (row.Name ?? null) === null)
      org.update(sobject, row.Id, { Name: row.Id });
  }
};

/** A row of a hierarchy setting is named after its level when it has no name. */
export const customSettingRule = (sobject: Sobject): Rule => ({
  check: (_org, fields, before): Fields => {
    if (before || (fields.Name ?? null) !== null) return {};
    const levels: Readonly<Record<string, string>> = { '00D': 'Organization', '00e': 'Profile', '005': 'User' };
    const level = levels[String(fields.SetupOwnerId).slice(0, 3)] ?? 'User';
    return { Name: `${sobject.label} (${level})`.slice(0, 38) };
  }
});
