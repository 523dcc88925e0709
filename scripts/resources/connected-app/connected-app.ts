import type { ResolvedConfig } from '../../config/resolved-config';
import type { ResolvedCallCenter, ResolvedConnectedApp } from '../../config/resolved-config/call-center';
import { flagAt, recordsOf, refusalOf, textAt } from '../org-record';
import type { Answers, OrgRecord } from '../question';
import type { Comparison, Finding, Resource } from '../resource';
import { shortRefusal } from '../short-refusal';
import { asked, notApproved, unknownApp } from './findings';
import { approvesReps, repPermissionSets } from './reps';

const appsId = 'connected-app:apps';
const accessId = 'connected-app:access';

type WithApp = ResolvedCallCenter & { readonly connectedApp: ResolvedConnectedApp };

/**
 * Whether the vendor's own connected app asks reps to Allow. Its policy can be read and not written: every field of
 * ConnectedApplication is read-only, and the metadata of an installed app is its vendor's. So it is said, with the clicks.
 */
export const connectedApp: Resource = {
  name: 'connected-app',
  ask(config) {
    if (withApp(config).length === 0) return [];
    return [
      {
        id: appsId,
        via: 'data',
        soql: 'SELECT Id, Name, OptionsAllowAdminApprovedUsersOnly FROM ConnectedApplication'
      },
      {
        id: accessId,
        via: 'data',
        soql: "SELECT SetupEntityId, Parent.Name, Parent.NamespacePrefix, Parent.IsOwnedByProfile, Parent.Profile.Name FROM SetupEntityAccess WHERE SetupEntityType = 'ConnectedApplication'"
      }
    ];
  },
  compare({ config, answers, packagesPending }) {
    const compared = withApp(config).map((callCenter) => compareApp(callCenter, config, answers, packagesPending));
    return {
      changes: [],
      findings: compared.flatMap(({ findings }) => findings),
      holds: compared.flatMap(({ holds }) => holds)
    };
  }
};

/** The configuration without what people need not do, because the org lets reps use the vendor's app without asking them. */
export function withoutNeedlessSteps(config: ResolvedConfig, answers: Answers): ResolvedConfig {
  const free = withApp(config)
    .filter((callCenter) => stateOf(callCenter, config, answers) === 'pre-authorized')
    .map(({ key }) => key);
  const personSteps = config.personSteps.filter(
    ({ callCenter, unlessPreAuthorized }) => unlessPreAuthorized !== true || !free.includes(callCenter)
  );
  return personSteps.length === config.personSteps.length ? config : { ...config, personSteps };
}

function compareApp(
  callCenter: WithApp,
  config: ResolvedConfig,
  answers: Answers,
  packagesPending: boolean
): Pick<Comparison, 'findings' | 'holds'> {
  const { name } = callCenter.connectedApp;
  const sets = repPermissionSets(callCenter.key, config);
  const warn = (...findings: readonly Finding[]): Pick<Comparison, 'findings' | 'holds'> => ({ findings, holds: [] });
  const state = stateOf(callCenter, config, answers);
  switch (state) {
    case 'unread':
      return warn(unread(name, answers));
    case 'unknown':
      // A package of this plan may bring it.
      return packagesPending ? warn() : warn(unknownApp(callCenter.connectedApp, sets, namesOf(answers)));
    case 'self-authorized':
      return warn(asked(name, sets));
    case 'not-approved':
      return warn(notApproved(name, sets));
    case 'pre-authorized':
      return { findings: [], holds: [`Connected app ${name}: reps are pre-authorized and not asked to Allow`] };
    default:
      return state satisfies never;
  }
}

type State = 'unread' | 'unknown' | 'self-authorized' | 'not-approved' | 'pre-authorized';

function stateOf(callCenter: WithApp, config: ResolvedConfig, answers: Answers): State {
  if ([appsId, accessId].some((id) => refusalOf(answers, id) !== undefined)) return 'unread';
  const app = rowOf(callCenter.connectedApp.name, answers);
  if (app === undefined) return 'unknown';
  if (!flagAt(app, 'OptionsAllowAdminApprovedUsersOnly')) return 'self-authorized';
  const approved = recordsOf(answers, accessId).filter(
    (row) => textAt(row, 'SetupEntityId')?.slice(0, 15) === textAt(app, 'Id')?.slice(0, 15)
  );
  return approvesReps(callCenter.key, config, approved) ? 'pre-authorized' : 'not-approved';
}

function rowOf(name: string, answers: Answers): OrgRecord | undefined {
  return recordsOf(answers, appsId).find((row) => textAt(row, 'Name')?.toLowerCase() === name.toLowerCase());
}

const namesOf = (answers: Answers): readonly string[] =>
  recordsOf(answers, appsId).flatMap((row) => textAt(row, 'Name') ?? []);

function withApp({ callCenters }: ResolvedConfig): readonly WithApp[] {
  return callCenters.filter((callCenter): callCenter is WithApp => callCenter.connectedApp !== undefined);
}

function unread(name: string, answers: Answers): Finding {
  const refusal = refusalOf(answers, appsId) ?? refusalOf(answers, accessId);
  return {
    code: 'CONNECTED_APP_UNREAD',
    severity: 'warning',
    message: `The org does not show its connected apps, so that nobody knows whether ${name} asks reps to Allow: ${refusal === undefined ? '' : shortRefusal(refusal)}`,
    fix: 'Give the running user View Setup and Configuration, or log in as an administrator.'
  };
}
