import type { ResolvedTrustedSite } from '../../config/resolved-config';
import type { ChangeDetail, MetadataFile } from '../change';
import { flagAt, recordsOf, textAt } from '../org-record';
import type { Answers, OrgRecord } from '../question';
import { refusedQuestion } from '../refused-question';
import type { Comparison, Finding, Resource } from '../resource';
import { soqlList } from '../soql';
import { leaf, writeMetadata } from '../xml/write-xml';

const rowsId = 'trusted-site:rows';

/** Trusted URLs: which hosts Lightning pages may frame, connect to, or take media from. Metadata element to its use. */
const uses = {
  canAccessMicrophone: 'microphone',
  isApplicableToConnectSrc: 'connect',
  isApplicableToFrameSrc: 'frame',
  isApplicableToImgSrc: 'image',
  isApplicableToMediaSrc: 'media'
} as const satisfies Readonly<Record<string, ResolvedTrustedSite['uses'][number]>>;

/** Trusted URLs of the org, compared by their rows. */
export const trustedSite: Resource = {
  name: 'trusted-site',
  ask({ trustedSites }) {
    if (trustedSites.length === 0) return [];
    const columns = Object.keys(uses).map(columnOf);
    const soql = `SELECT Id, DeveloperName, EndpointUrl, IsActive, Context, ${columns.join(', ')} FROM CspTrustedSite WHERE DeveloperName IN ${soqlList(trustedSites.map(({ name }) => name))}`;
    return [{ id: rowsId, via: 'data', soql }];
  },
  compare({ config, answers }) {
    const unreadable = refusedQuestion(answers, rowsId, 'its trusted URLs');
    if (unreadable.length > 0) return { changes: [], findings: unreadable, holds: [] };
    const compared = config.trustedSites.map((site) => compareSite(site, answers));
    return {
      changes: compared.flatMap(({ changes }) => changes),
      findings: config.trustedSites.some((site) => site.uses.includes('microphone')) ? [microphone] : [],
      holds: compared.flatMap(({ holds }) => holds)
    };
  }
};

/** The file of a trusted URL; since API 59 at least one use must be true. */
export function trustedSiteFile(site: ResolvedTrustedSite): MetadataFile {
  return {
    type: 'CspTrustedSite',
    fullName: site.name,
    path: `cspTrustedSites/${site.name}.cspTrustedSite`,
    content: writeMetadata(
      'CspTrustedSite',
      [...desiredValues(site)].flatMap(([element, value]) => leaf(element, value))
    )
  };
}

/** Metadata elements in the alphabetical order in which the org returns them. */
function desiredValues(site: ResolvedTrustedSite): ReadonlyMap<string, string> {
  const flags = Object.entries(uses).map(([element, use]): [string, string] => [
    element,
    String(site.uses.includes(use))
  ]);
  const values: [string, string][] = [...flags, ['context', 'LEX'], ['endpointUrl', site.url], ['isActive', 'true']];
  return new Map(values.sort(([one], [other]) => (one < other ? -1 : 1)));
}

function compareSite(site: ResolvedTrustedSite, answers: Answers): Comparison {
  const row = recordsOf(answers, rowsId).find((one) => textAt(one, 'DeveloperName') === site.name);
  const details = [...desiredValues(site)].flatMap(([field, after]): readonly ChangeDetail[] => {
    const before = row && valueOf(row, field);
    return before === after ? [] : [{ field, ...(before !== undefined && { before }), after }];
  });
  if (details.length === 0)
    return { changes: [], findings: [], holds: [`Trusted URL ${site.url}: ${site.uses.join(', ')}`] };
  const action = row ? 'update' : 'create';
  return {
    changes: [
      {
        kind: 'deploy-component',
        action,
        phase: 'metadata',
        address: `trusted-site ${site.name}`,
        summary: `${action} the trusted URL ${site.url}`,
        details,
        component: trustedSiteFile(site)
      }
    ],
    findings: [],
    holds: []
  };
}

function valueOf(row: OrgRecord, element: string): string | undefined {
  const column = columnOf(element);
  return column === 'Context' || column === 'EndpointUrl' ? textAt(row, column) : String(flagAt(row, column));
}

/** `isApplicableToFrameSrc` is the column IsApplicableToFrameSrc. */
function columnOf(element: string): string {
  return element.charAt(0).toUpperCase() + element.slice(1);
}

/** Whether the header is on is in SecuritySettings, which no query shows. */
const microphone: Finding = {
  code: 'MICROPHONE_NEEDS_HEADER',
  severity: 'warning',
  message: 'A trusted URL may use the microphone only while the org sends the Permissions-Policy header.',
  fix: 'Check Setup > Session Settings > Enable Permissions-Policy HTTP header, with Microphone: Trusted URLs only.'
};
