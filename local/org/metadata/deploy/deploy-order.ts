import type { Draft } from './draft';

// What others refer to comes first; what grants access to all of it comes last.
const first = [
  'CustomObject',
  'CustomField',
  'GlobalValueSet',
  'ApexClass',
  'CustomPermission',
  'ConversationVendorInfo',
  'CustomLabel',
  'LightningMessageChannel',
  'LightningComponentBundle',
  'AuraDefinitionBundle',
  'ExternalClientApplication',
  'ExtlClntAppOauthSettings',
  'ExtlClntAppGlobalOauthSettings'
];
const last = [
  'CustomMetadata',
  'PermissionSet',
  'PermissionSetGroup',
  'Profile',
  'ExtlClntAppConfigurablePolicies',
  'ExtlClntAppOauthConfigurablePolicies'
];

/** Sorts components so that each finds what it refers to, whatever their order in the zip. */
export function inDeployOrder(drafts: readonly Draft[]): readonly Draft[] {
  return drafts
    .map((draft, place) => ({ draft, rank: rankOf(draft.type), place }))
    .sort((left, right) => left.rank - right.rank || left.place - right.place)
    .map(({ draft }) => draft);
}

function rankOf(type: string): number {
  const early = first.indexOf(type);
  if (early >= 0) return early - first.length;
  return last.indexOf(type) + 1;
}
