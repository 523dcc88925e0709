import type { ResolvedConfig } from '../../config/resolved-config';
import type { ResolvedCallCenter } from '../../config/resolved-config/call-center';
import type { UserRule } from '../../config/resolved-config/users';
import { buildDefinition } from '../call-center/build-definition';
import { editByHand } from '../call-center/by-hand';
import { differences } from '../call-center/difference';
import { withLabelNamespace } from '../call-center/label-namespace';
import { describePersonStep } from '../person-step/person-step';
import type { OfflineComponents } from './offline-components';

/** The page that explains a build to whoever deploys it by hand: packages first, then the source, then what nobody can script. */
export function buildReadme(config: ResolvedConfig, built: OfflineComponents): string {
  const { org, callCenters } = config;
  const chapters = [
    [`# ${org.name}: ${callCenters.map(({ displayName }) => displayName).join(', ')}`, '', intro(config)],
    packageLines(config),
    sourceLines(config),
    deployLines(built),
    importLines(built),
    ...config.callCenters
      .filter(({ origin }) => origin === 'packaged')
      .map((callCenter) => editLines(withLabelNamespace(callCenter, config))),
    userLines(config),
    leftOutLines(built),
    personLines(config)
  ];
  return `${chapters
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`;
}

function intro({ org, file }: ResolvedConfig): string {
  return (
    `Built from ${file} for the ${org.kind} org \`${org.name}\`. ` +
    `\`npx ringdown apply --org ${org.name}\` does all of this and reads it back; this folder is for doing it by hand.`
  );
}

function packageLines({ packages }: ResolvedConfig): readonly string[] {
  if (packages.length === 0) return [];
  return [
    '## Install the packages, in this order',
    '',
    ...packages.map(({ name, id, securityType, installUrl }) => {
      const choice = securityType === 'all-users' ? 'Install for All Users' : 'Install for Admins Only';
      return `- ${name} (${id}), ${choice}: <${installUrl}>`;
    })
  ];
}

/** Where a build keeps our own packages. */
export const packagesDirectory = 'packages';

function sourceLines({ ringdown, org }: ResolvedConfig): readonly string[] {
  const packages = ringdown?.packages ?? [];
  if (packages.length === 0) return [];
  return [
    '## Deploy Ringdown’s own packages',
    '',
    'Each in one deploy, before anything else of this folder. In an org that has them already this sets their starting values anew.',
    '',
    '```',
    ...packages.map(({ name, hasApex, testClasses }) => {
      const tests = org.kind === 'production' && hasApex ? testArguments(testClasses) : '';
      return `sf project deploy start --target-org ALIAS --metadata-dir ${packagesDirectory}/${name}${tests}`;
    }),
    '```'
  ];
}

function testArguments(classes: readonly string[]): string {
  if (classes.length === 0) return ' --test-level RunLocalTests';
  return ` --test-level RunSpecifiedTests ${classes.map((name) => `--tests ${name}`).join(' ')}`;
}

/** A contact center names its vendor info, which must be there before. */
function deployLines({ components }: OfflineComponents): readonly string[] {
  if (components.length === 0) return [];
  const hasVendorInfo = components.some(({ type }) => type === 'ConversationVendorInfo');
  return [
    '## Deploy the source',
    '',
    'From this folder, with a login that `sf` stored:',
    '',
    '```',
    ...(hasVendorInfo ? ['sf project deploy start --target-org ALIAS --metadata ConversationVendorInfo'] : []),
    'sf project deploy start --target-org ALIAS --manifest manifest/package.xml',
    '```'
  ];
}

function importLines({ imports }: OfflineComponents): readonly string[] {
  if (imports.length === 0) return [];
  return [
    '## Where the org refuses a call center',
    '',
    'Import its file instead. Open CTI: Setup > Feature Settings > Service > Call Center > Call Centers > Import.',
    'Voice: Setup > Feature Settings > Service > Voice > Partner Telephony Contact Centers.',
    '',
    ...imports.map(({ name }) => `- [import/${name}](import/${name})`)
  ];
}

function editLines(callCenter: ResolvedCallCenter): readonly string[] {
  const { where, steps } = editByHand(callCenter.displayName, differences(undefined, buildDefinition(callCenter)));
  return [
    `## Set the values of ${callCenter.displayName}`,
    '',
    where,
    '',
    ...steps.map((step, at) => `${at + 1}. ${step}`)
  ];
}

function userLines({ users, permissionSets, callCenters }: ResolvedConfig): readonly string[] {
  const nameOf = (key: string): string => callCenters.find((one) => one.key === key)?.displayName ?? key;
  const lines = [
    ...users.callCenters.map(
      ({ callCenter, match }) => `- In call center ${nameOf(callCenter)}: ${describeRule(match)}`
    ),
    ...(users.serviceCloudUser ? [`- Service Cloud User: ${describeRule(users.serviceCloudUser)}`] : []),
    ...permissionSets.map(({ label, assignTo }) => `- Permission set ${label}: ${describeRule(assignTo)}`),
    ...(users.roles ?? []).map(
      ({ permissionSet, match }) => `- Permission set ${permissionSet}: ${describeRule(match)}`
    )
  ];
  return lines.length === 0 ? [] : ['## Put the users in place', '', ...lines];
}

function describeRule(rule: UserRule): string {
  const words = {
    profiles: 'profile',
    permissionSets: 'permission set',
    roles: 'role',
    groups: 'group',
    usernames: 'user',
    callCenters: 'users of'
  };
  const parts = Object.entries(words).flatMap(([list, word]) =>
    rule[list as keyof UserRule].map((name) => `${word} ${name}`)
  );
  return parts.length === 0 ? 'nobody' : parts.join(', ');
}

function leftOutLines({ leftOut }: OfflineComponents): readonly string[] {
  if (leftOut.length === 0) return [];
  return ['## Not in this folder, because only the org knows it', '', ...leftOut.map((line) => `- ${line}`)];
}

function personLines({ personSteps }: ResolvedConfig): readonly string[] {
  if (personSteps.length === 0) return [];
  return [
    '## In the vendor’s own console',
    '',
    '```',
    ...personSteps.flatMap((step) => [...describePersonStep(step), '']).slice(0, -1),
    '```'
  ];
}
