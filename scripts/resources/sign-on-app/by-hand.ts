import type { PersonWork } from '../change';
import { appLabel, appName, type AppComponent, type AppType } from './app-components';

const appManager = 'Setup > Apps > External Client Apps > External Client App Manager';

/** Where a person reads the app's client id. */
export const clientIdPlace = `${appManager} > ${appLabel} > Settings > OAuth Settings > Consumer Key and Secret`;

/** How a person makes the whole app, and tells the tool of it (Salesforce Help, Create an External Client App). */
export function appByHand(app: readonly AppComponent[]): PersonWork {
  return {
    where: appManager,
    steps: [
      ...app.flatMap(stepsOf),
      'On the tab Settings open OAuth Settings and click Consumer Key and Secret.',
      'Copy the consumer key into the configuration, as ringdown.singleSignOn.clientId. The secret is not needed.'
    ]
  };
}

/** How a person does what the org did not let a deploy do: one part of the app. */
export function partByHand(component: AppComponent): PersonWork {
  return { where: places[component.type], steps: stepsOf(component) };
}

const places: Readonly<Record<AppType, string>> = {
  ExternalClientApplication: appManager,
  ExtlClntAppOauthSettings: `${appManager} > ${appLabel} > Settings`,
  ExtlClntAppGlobalOauthSettings: `${appManager} > ${appLabel} > Settings`,
  ExtlClntAppOauthConfigurablePolicies: `${appManager} > ${appLabel} > Policies`
};

function stepsOf({ type, wanted }: AppComponent): readonly string[] {
  const valueOf = (element: string): string => wanted.get(element) ?? '';
  switch (type) {
    case 'ExternalClientApplication':
      return [
        'Click New External Client App, or Edit where it is there already.',
        `Set External Client App Name to ${appLabel}, API Name to ${appName}, Contact Email to ${valueOf('contactEmail')}, Distribution State to Local.`,
        'Open API (Enable OAuth Settings) and select Enable OAuth.'
      ];
    case 'ExtlClntAppOauthSettings':
      return [
        'Choose two OAuth scopes: Access the identity URL service (id, profile, email, address, phone), and Access unique user identifiers (openid).'
      ];
    case 'ExtlClntAppGlobalOauthSettings':
      return [
        `Set Callback URL to ${valueOf('callbackUrl')}`,
        'Under Security clear Require secret for Web Server Flow and select Require Proof Key for Code Exchange (PKCE). Leave every flow off.',
        'Click Create, or Save.'
      ];
    case 'ExtlClntAppOauthConfigurablePolicies':
      return [
        'On the tab Policies click Edit and open OAuth Policies.',
        'Set Permitted Users to Admin approved users are pre-authorized and confirm.',
        `Under App Policies add the permission sets ${valueOf('commaSeparatedPermissionSet').split(',').join(', ')}.`,
        'Click Save.'
      ];
    default:
      return type satisfies never;
  }
}
