import { badRequest } from '../../api-error';
import type { Fields } from '../../org-data';
import type { Rule } from './rule';

const scratchOrgInfoRule: Rule = {
  check: (org, fields) => {
    const days = Number(fields.DurationDays ?? 7);
    // A scratch org lives for 1 to 30 days [Salesforce DX Developer Guide].
    if (days < 1 || days > 30) throw badRequest('INVALID_INPUT', `The duration must be 1 to 30 days: ${days}`);
    return { Status: 'New', Name: `${String(org.rows('ScratchOrgInfo').length + 1).padStart(8, '0')}` };
  }
};

/** A package gets its subscriber id, 033, when it is made. */
const packageRule: Rule = {
  check: (org, fields, before): Fields => {
    if (before) return {};
    if (fields.ContainerOptions === 'Managed' && (fields.NamespacePrefix ?? null) === null)
      throw badRequest('INVALID_INPUT', 'A managed package needs a namespace');
    return { SubscriberPackageId: org.newId('033') };
  }
};

const requestRule: Rule = { check: (_org, _fields, before): Fields => (before ? {} : { Status: 'Queued' }) };

/**
 * Promoting is for good, happens once for each major.minor.patch, and asks for 75 % coverage where there is Apex
 * [Second-Generation Packaging guide, Get Ready to Promote and Release].
 */
const versionRule: Rule = {
  check: (org, fields, before) => {
    if (!before || fields.IsReleased === undefined) return {};
    if (before.IsReleased === true && fields.IsReleased === false)
      throw badRequest('INVALID_INPUT', 'A released version stays released');
    if (fields.IsReleased !== true) return {};
    const numbers = ['Package2Id', 'MajorVersion', 'MinorVersion', 'PatchVersion'];
    const same = org
      .rows('Package2Version')
      .find((row) => row.IsReleased === true && numbers.every((name) => row[name] === before[name]));
    if (same) throw badRequest('DUPLICATE_VALUE', 'The package version was previously released');
    if (before.HasPassedCodeCoverageCheck !== true)
      throw badRequest('INVALID_INPUT', 'The code coverage of the package version must be at least 75 percent');
    return {};
  }
};

/** What a Dev Hub asks of its records. */
export const devHubRules: Readonly<Record<string, Rule>> = {
  ScratchOrgInfo: scratchOrgInfoRule,
  Package2: packageRule,
  Package2VersionCreateRequest: requestRule,
  Package2Version: versionRule
};
