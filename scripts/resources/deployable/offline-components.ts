import type { ResolvedConfig } from '../../config/resolved-config';
import { callCenterCannotBeBuilt } from '../../errors/call-center';
import { buildDefinition } from '../call-center/build-definition';
import { callCenterFile } from '../call-center/deploy-call-center';
import type { CallCenterDefinition } from '../call-center/definition';
import { writeImportCallCenter } from '../call-center/import-dialect';
import { withLabelNamespace } from '../call-center/label-namespace';
import { findBrokenRules } from '../call-center/rules';
import type { MetadataFile } from '../change';
import { desiredFields } from '../field-access/desired-fields';
import { permissionSetFile } from '../field-access/permission-set-file';
import { appLabel, wantedApp } from '../sign-on-app/app-components';
import { clientIdPlace } from '../sign-on-app/by-hand';
import { componentFile } from '../sign-on-app/compare-component';
import { trustedSiteFile } from '../trusted-site/trusted-site';
import { phoneSettings } from '../phone-settings/phone-settings';
import { bridgeOf } from '../vendor-info/bridge-component';
import { ownVendorInfos } from '../vendor-info/vendor-info';
import { desiredVendorInfo, vendorInfoFile } from '../vendor-info/vendor-info-file';

/** What can be made of a configuration without asking an org, and what cannot. */
export type OfflineComponents = {
  readonly components: readonly MetadataFile[];
  /** Files for Setup's Import button, by name. */
  readonly imports: readonly { readonly name: string; readonly content: string }[];
  /** What only an org knows, one sentence each. */
  readonly leftOut: readonly string[];
};

/** Every component of a configuration that needs no answer of an org. Throws CALL_CENTER_RULE with all broken rules. */
export function offlineComponents(config: ResolvedConfig): OfflineComponents {
  const definitions = config.callCenters
    .filter(({ origin }) => origin === 'own')
    .map((callCenter) => buildDefinition(withLabelNamespace(callCenter, config)));
  refuseBrokenRules(config, definitions);
  return {
    components: [
      ...definitions.map(callCenterFile),
      ...ownVendorInfos(config).map(({ callCenter, voice }) =>
        vendorInfoFile(voice.vendorInfoName, desiredVendorInfo(callCenter, voice, bridgeOf(callCenter, config)))
      ),
      ...config.permissionSets.map((set) => permissionSetFile(set, desiredFields(set, []))),
      ...wantedApp(config).map((component) => componentFile(component, undefined, new Map())),
      ...config.trustedSites.map(trustedSiteFile),
      ...settingFiles(config)
    ],
    imports: definitions.map((definition) => ({
      name: `${definition.fullName}.xml`,
      content: writeImportCallCenter(definition)
    })),
    leftOut: [...packagedCallCenters(config), ...describedFields(config), ...orgRows(config), ...clientId(config)]
  };
}

/** The records that differ from those that our packages bring, as in an org that has just got them. */
function settingFiles(config: ResolvedConfig): readonly MetadataFile[] {
  const { changes } = phoneSettings.compare({ config, answers: new Map(), now: 0, packagesPending: true });
  return changes.flatMap((change) => (change.kind === 'deploy-component' ? [change.component] : []));
}

/** Rows of custom settings hold the org's own id, so that a file cannot carry them. */
function orgRows({ ringdown, reps }: ResolvedConfig): readonly string[] {
  if (ringdown === undefined) return [];
  return [
    'The note that this org is configured, without which Ringdown’s components say so and do nothing: apply writes it',
    ...(reps === undefined ? [] : ['What reps start with: Setup > Custom Settings > Rep Preference > Manage'])
  ];
}

/** The org makes the consumer key when the app is first deployed. */
function clientId(config: ResolvedConfig): readonly string[] {
  if (wantedApp(config).length === 0 || config.ringdown?.singleSignOn?.clientId !== undefined) return [];
  return [
    `The client id of ${appLabel}, which the session service needs: apply reads it, or copy it from ${clientIdPlace}`
  ];
}

function refuseBrokenRules({ file }: ResolvedConfig, definitions: readonly CallCenterDefinition[]): void {
  const lines = definitions.flatMap((definition) =>
    findBrokenRules(definition).map(({ at, message }) => `${definition.fullName}: ${at} ${message}`)
  );
  if (lines.length > 0) throw callCenterCannotBeBuilt(file, lines);
}

function packagedCallCenters({ callCenters }: ResolvedConfig): readonly string[] {
  return callCenters
    .filter(({ origin }) => origin === 'packaged')
    .map(
      ({ displayName, adapterUrl }) =>
        `${displayName} comes with its package; only its values are set, such as its CTI Adapter URL: ${adapterUrl}`
    );
}

function describedFields({ permissionSets }: ResolvedConfig): readonly string[] {
  return permissionSets.flatMap(({ name, describedNamespaces }) =>
    describedNamespaces.map(
      ({ namespace, access }) =>
        `${name}: ${access} access to every ${namespace}__ field of Task, whose names only an org with the package knows`
    )
  );
}
