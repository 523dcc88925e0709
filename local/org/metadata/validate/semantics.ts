import type { Draft } from '../deploy/draft';
import type { Problem } from '../problem';
import { childOf, textOf, type XmlElement } from '../xml/xml-element';
import { problemAt } from '../problem';
import { rowOf } from '../store/row-backed';
import { apexClassProblem } from './apex-class';
import { callCenterProblem } from './call-center';
import { conversationVendorInfoProblem } from './conversation-vendor-info';
import { cspTrustedSiteProblem } from './csp-trusted-site';
import { customFieldProblem } from './custom-field';
import { customMetadataProblem } from './custom-metadata';
import { customObjectProblem } from './custom-object';
import {
  externalClientAppProblem,
  globalOauthProblem,
  oauthPolicyProblem,
  oauthSettingsProblem
} from './external-client-app';
import { flexiPageProblem } from './flexi-page';
import { nameProblem } from './full-name';
import { installedProblem } from './installed';
import { layoutProblem } from './layout';
import { lightningBundleProblem } from './lightning-bundle';
import { permissionSetProblem } from './permission-set';
import { quickActionProblem } from './quick-action';
import { hasOmniChannel, knowsAppType, type OrgView } from './reference';
import {
  customApplicationProblem,
  customLabelProblem,
  customTabProblem,
  dashboardProblem,
  objectTranslationProblem,
  reportProblem,
  reportTypeProblem,
  translationsProblem
} from './referring';

type Check = (root: XmlElement, draft: Draft, view: OrgView) => Problem | undefined;

const checks: Readonly<Record<string, Check>> = {
  CallCenter: callCenterProblem,
  ConversationVendorInfo: conversationVendorInfoProblem,
  CspTrustedSite: cspTrustedSiteProblem,
  CustomField: customFieldProblem,
  CustomObject: customObjectProblem,
  CustomMetadata: customMetadataProblem,
  ApexClass: (_root, draft) => apexClassProblem(draft),
  CustomApplication: customApplicationProblem,
  CustomLabel: customLabelProblem,
  ServiceChannel: omniChannelProblem,
  ServicePresenceStatus: omniChannelProblem,
  CustomObjectTranslation: objectTranslationProblem,
  CustomTab: customTabProblem,
  Dashboard: dashboardProblem,
  ExternalClientApplication: externalClientAppProblem,
  ExtlClntAppOauthSettings: oauthSettingsProblem,
  ExtlClntAppGlobalOauthSettings: globalOauthProblem,
  ExtlClntAppOauthConfigurablePolicies: oauthPolicyProblem,
  FlexiPage: flexiPageProblem,
  Layout: layoutProblem,
  LightningComponentBundle: lightningBundleProblem,
  QuickAction: quickActionProblem,
  Report: reportProblem,
  ReportType: reportTypeProblem,
  Translations: translationsProblem,
  PermissionSet: permissionSetProblem,
  PermissionSetGroup: (root, _draft, { org }) => {
    const missing = root.children.find(
      (child) => child.name === 'permissionSets' && !rowOf(org, 'PermissionSet', child.text)
    );
    return missing && problemAt(missing, `In field: permissionSets - no PermissionSet named ${missing.text} found`);
  },
  RemoteSiteSetting: (root) =>
    /^https?:\/\/[^\s/]+/.test(textOf(root, 'url') ?? '')
      ? undefined
      : problemAt(childOf(root, 'url'), 'Remote Site URL: Invalid URL'),
  CorsWhitelistOrigin: (root) =>
    /^(https|chrome-extension|moz-extension):\/\/[^\s/]+\/?$/.test(textOf(root, 'urlPattern') ?? '')
      ? undefined
      : problemAt(childOf(root, 'urlPattern'), 'Origin URL Pattern: must begin with https:// and hold a host only')
};

/** [Metadata API Developer Guide, ServicePresenceStatus: available only if Omni-Channel is enabled.] */
function omniChannelProblem(_root: XmlElement, _draft: Draft, { org }: OrgView): Problem | undefined {
  return hasOmniChannel(org) ? undefined : { message: 'Not available for deploy for this organization' };
}

/** The first thing that the org has against a component whose file is well formed; an org reports one at a time. */
export function semanticProblem(draft: Draft, view: OrgView): Problem | undefined {
  // [Metadata API guide, ExternalClientApplication: requires Opt in to External Client Apps.]
  if (!knowsAppType(view.org, draft.type)) return { message: 'Not available for deploy for this organization' };
  const refused = nameProblem(view.org, draft.type, draft.fullName) ?? installedProblem(view.org, draft);
  if (refused) return refused;
  return draft.root && checks[draft.type]?.(draft.root, draft, view);
}
