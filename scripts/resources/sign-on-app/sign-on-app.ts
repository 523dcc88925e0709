import type { ResolvedConfig } from '../../config/resolved-config';
import type { Change, DeployComponent } from '../change';
import { recordsOf, refusalOf, textAt } from '../org-record';
import type { Answers, Question } from '../question';
import type { Comparison, Finding, Resource } from '../resource';
import { shortRefusal } from '../short-refusal';
import { soqlList } from '../soql';
import { appLabel, callbackUrl, wantedApp, type AppComponent } from './app-components';
import { appByHand, clientIdPlace, partByHand } from './by-hand';
import { clientIdIn } from './client-id';
import { componentFile, differences, foundComponent, readId, type PermissionSetNames } from './compare-component';

const setsId = 'sign-on-app:permission-sets';

/** The app with which reps sign in to our session service, pre-authorised for the permission sets of the roles: nobody is asked to Allow. */
export const signOnApp: Resource = {
  name: 'sign-on-app',
  ask(config) {
    const app = wantedApp(config);
    const names = (config.ringdown?.singleSignOn?.permissionSets ?? []).map((name) => name.replace(/^\w+?__/, ''));
    if (app.length === 0) return [];
    return [
      ...app.map(({ type, names: fullNames }): Question => ({ id: readId(type), via: 'metadata', type, fullNames })),
      {
        id: setsId,
        via: 'data',
        soql: `SELECT Id, Name, NamespacePrefix FROM PermissionSet WHERE Name IN ${soqlList(names)}`
      }
    ];
  },
  compare({ config, answers }) {
    const app = wantedApp(config);
    if (app.length === 0) return { changes: [], findings: [], holds: [] };
    const refusal = app.flatMap(({ type }) => refusalOf(answers, readId(type)) ?? []).at(0);
    if (refusal !== undefined) return byPerson(config, app, shortRefusal(refusal));
    const setNames = permissionSetNames(answers);
    const changes = app.flatMap((component) => compareComponent(component, answers, setNames));
    return { changes, findings: clientIdFindings(config, app, answers), holds: holdsOf(config, changes) };
  }
};

function compareComponent(
  component: AppComponent,
  answers: Answers,
  setNames: PermissionSetNames
): readonly DeployComponent[] {
  const found = foundComponent(component, answers);
  const details = differences(component, found, setNames);
  if (found !== undefined && details.length === 0) return [];
  const action = found ? 'update' : 'create';
  return [
    {
      kind: 'deploy-component',
      action,
      phase: 'metadata',
      address: `sign-on-app ${component.type}`,
      summary: `${action} ${component.title}`,
      details,
      component: componentFile(component, found, setNames),
      byHand: partByHand(component)
    }
  ];
}

/** An org that does not show its apps may have one that a person made: who wrote its client id into the file says so. */
function byPerson({ ringdown }: ResolvedConfig, app: readonly AppComponent[], refusal: string): Comparison {
  if (ringdown?.singleSignOn?.clientId !== undefined)
    return {
      changes: [],
      findings: [
        {
          code: 'SIGN_ON_APP_UNREAD',
          severity: 'warning',
          message: `The org does not show its external client apps, so that nothing proves whether reps are asked to Allow: ${refusal}`,
          fix: `Look once whether it is so: ${app.slice(3).map((policy) => partByHand(policy).where)}`
        }
      ],
      holds: []
    };
  const work = appByHand(app);
  const change: Change = {
    kind: 'ask-person',
    action: 'create',
    address: 'sign-on-app',
    summary: `create the external client app ${appLabel} by hand: the org does not let a tool do it (${refusal})`,
    details: [],
    work
  };
  return { changes: [change], findings: [], holds: [] };
}

function clientIdFindings(config: ResolvedConfig, app: readonly AppComponent[], answers: Answers): readonly Finding[] {
  const oauth = app.find(({ type }) => type === 'ExtlClntAppGlobalOauthSettings');
  if (oauth === undefined || foundComponent(oauth, answers) === undefined) return [];
  const read = clientIdIn(config, answers);
  const given = config.ringdown?.singleSignOn?.clientId;
  if (read !== undefined && given !== undefined && read !== given)
    return [
      {
        code: 'SIGN_ON_CLIENT_ID_OTHER',
        severity: 'warning',
        message: `ringdown.singleSignOn.clientId is not the consumer key of ${appLabel}; the org's own word counts.`,
        fix: 'Take the line out: the org lets the tool read it.'
      }
    ];
  if (read !== undefined || given !== undefined) return [];
  return [
    {
      code: 'SIGN_ON_CLIENT_ID_UNREAD',
      severity: 'warning',
      message: `The org does not show the consumer key of ${appLabel}, so that the session service cannot know it.`,
      fix: `Copy it from ${clientIdPlace} and write it as ringdown.singleSignOn.clientId.`
    }
  ];
}

function holdsOf(config: ResolvedConfig, changes: readonly Change[]): readonly string[] {
  const open = new Set(changes.map(({ address }) => address));
  const sets = config.ringdown?.singleSignOn?.permissionSets ?? [];
  return [
    ...(open.has('sign-on-app ExtlClntAppGlobalOauthSettings')
      ? []
      : [`${appLabel}: leads back to ${callbackUrl(config) ?? ''}, with PKCE and without a secret`]),
    ...(open.has('sign-on-app ExtlClntAppOauthConfigurablePolicies')
      ? []
      : [`${appLabel}: whoever has ${sets.join(', ')} signs in and is not asked to Allow`])
  ];
}

function permissionSetNames(answers: Answers): PermissionSetNames {
  return new Map(
    recordsOf(answers, setsId).flatMap((row) => {
      const [id, name, namespace] = ['Id', 'Name', 'NamespacePrefix'].map((column) => textAt(row, column));
      if (id === undefined || name === undefined) return [];
      return [[id.slice(0, 15), namespace === undefined ? name : `${namespace}__${name}`] as const];
    })
  );
}
