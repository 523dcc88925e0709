import type { SourcePackage } from '../../config/resolved-config/packages';
import type { DeployPackage } from '../change';
import { recordsOf, textAt } from '../org-record';
import { recordNames, recordTypes, recordQuestions } from '../phone-settings/record-rows';
import type { Answers } from '../question';
import type { Comparison, Resource } from '../resource';
import { missingParts } from './missing-parts';
import { markerName } from './package-files';
import { markersId, sourceQuestions } from './questions';

/** Our own packages, deployed from source: by the hash that the org remembers, and by the parts that say most. */
export const packageSource: Resource = {
  name: 'package-source',
  ask: (config) => [...sourceQuestions(config), ...recordQuestions(config)],
  compare({ config, answers }) {
    const { ringdown } = config;
    if (ringdown?.source === undefined) return { changes: [], findings: [], holds: [] };
    const compared = ringdown.packages.map((source) => comparePackage(source, answers));
    return {
      changes: compared.flatMap(({ changes }) => changes),
      findings: [],
      holds: compared.flatMap(({ holds }) => holds)
    };
  }
};

/** How a package is named to people. */
const titles = { main: 'Ringdown', voice: 'Ringdown Voice' } as const;

function comparePackage(source: SourcePackage, answers: Answers): Comparison {
  const { name, hash } = source;
  const row = recordsOf(answers, markersId).find((one) => textAt(one, 'DeveloperName') === markerName(name));
  const before = row && textAt(row, 'Hash__c');
  // Before the first deploy everything is missing, which needs no list.
  const missing = before === undefined ? [] : missingParts(source, answers);
  if (before === hash && missing.length === 0) {
    return { changes: [], findings: [], holds: [`Package ${titles[name]}: deployed from this very source`] };
  }
  const verb = before === undefined ? 'deploy' : before === hash ? 'repair' : 'update';
  const change: DeployPackage = {
    kind: 'deploy-package',
    action: before === undefined ? 'create' : 'update',
    address: `package-source ${name}`,
    summary: `${verb} ${titles[name]} from source`,
    details: [
      // And the record of which source it was, which the same deploy writes.
      { field: 'components', after: String(source.members.length + 1) },
      ...(before === hash
        ? []
        : [{ field: 'source', ...(before !== undefined && { before: shortHash(before) }), after: shortHash(hash) }]),
      ...(missing.length === 0 ? [] : [{ field: 'missing in the org', after: listed(missing) }])
    ],
    package: name,
    hash,
    kept: keptRecords(source, answers)
  };
  return { changes: [change], findings: [], holds: [] };
}

/**
 * Records of our custom metadata types are starting values: once there they are the admin's, as with a managed package, where
 * fields that subscribers control survive an upgrade (Second-Generation Managed Packaging Developer Guide).
 */
function keptRecords({ members }: SourcePackage, answers: Answers): readonly string[] {
  const held = new Set(recordTypes.flatMap((type) => recordNames(type, answers).map((name) => `${type}.${name}`)));
  return members
    .filter(({ type, fullName }) => type === 'CustomMetadata' && held.has(fullName))
    .map(({ fullName }) => fullName);
}

const shortHash = (hash: string): string => hash.slice(0, 12);

const longest = 8;

function listed(names: readonly string[]): string {
  const more = names.length - longest;
  return more > 0 ? `${names.slice(0, longest).join(', ')} and ${more} more` : names.join(', ');
}
