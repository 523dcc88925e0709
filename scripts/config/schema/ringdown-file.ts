import { z } from 'zod';
import { callCenter } from './call-center';
import { overridesOf } from './overrides-of';
import { orgFields } from './org';
import { packageVersion } from './package';
import { permissionSet } from './permission-set';
import { logging, presence, reps, screenPop, screenPopWindow } from './phone-settings';
import { ringdown } from './ringdown';
import { trustedSites } from './trusted-sites';
import { agents, users } from './users';
import { about, text } from './words';

const name = text('a name of letters, digits and hyphens, a letter first', /^[A-Za-z][A-Za-z0-9-]{0,39}$/);

/** What an org's overrides may change. */
const overridable = {
  apiVersion: about(
    'Metadata and REST API version, in quotes.',
    text("a version in quotes, such as '67.0'", /^\d{2,3}\.0$/),
    '67.0'
  ).optional(),
  callCenters: about(
    'Call centers by a name of your own.',
    z.record(name, callCenter, { error: 'a mapping of names to call centers' })
  ),
  packages: about(
    'Packages beside those that the vendor files bring.',
    z.array(packageVersion, { error: 'a list of packages' })
  ).optional(),
  users: about('Who is in which call center.', users).optional(),
  agents: about('Which user of the org is which agent of the phone system.', agents).optional(),
  permissionSets: about(
    'Permission sets that apply deploys and assigns.',
    z.array(permissionSet, { error: 'a list of permission sets' })
  ).optional(),
  trustedSites: about('Sites that Lightning may frame and connect to.', trustedSites).optional(),
  ringdown: about('Ringdown’s own packages; without it they are not managed here.', ringdown).optional(),
  logging: about('How calls and messages are logged.', logging).optional(),
  screenPop: about(
    'Which record opens, by rules with names of your own. Attributes are tried in this order, rules for the same one count together.',
    screenPop
  ).optional(),
  screenPopWindow: about('How records open.', screenPopWindow).optional(),
  presence: about('States of the phone system, and the presence status of each.', presence).optional(),
  reps: about('What holds for a rep who has chosen nothing.', reps).optional()
};

/** The settings of one org: the file without `version` and `orgs`, with that org's overrides laid over it. */
export const settings = z.strictObject(overridable);
export type Settings = z.infer<typeof settings>;

const org = z.strictObject({
  ...orgFields,
  overrides: about(
    'Laid over the file for this org only: mappings merge, anything else replaces, null takes away.',
    overridesOf(settings)
  ).optional()
});

/** The whole of config/ringdown.yaml. */
export const ringdownFile = z.strictObject({
  $schema: z.string().optional(),
  version: about('Version of this file’s format.', z.literal(1, { error: '1' })),
  ...overridable,
  orgs: about('Orgs by a name of your own.', z.record(name, org, { error: 'a mapping of names to orgs' }))
});
