/** A call center of our own, for whichever org kinds a test wants. */
export const ownCallCenter = (
  given: { readonly kind?: string; readonly users?: string; readonly more?: string } = {}
): string => `version: 1
callCenters:
  support:
    kind: open-cti
    origin: own
    internalName: AcmeSupport
    displayName: Acme Support
    adapterUrl: https://softphone.example.com/cti?tenant=acme&lang=en
    softphone: { height: 400, width: 360, mode: Lightning }
    dialing: { outsidePrefix: '9', longDistancePrefix: '1', internationalPrefix: '01' }
users:
${
  given.users ??
  `  callCenters:
    - callCenter: support
      match: { profiles: [Contact Center Agent] }
  serviceCloudUser: { callCenters: [support] }`
}
permissionSets:
  - { name: AcmeAccess, label: Acme access, apiEnabled: true, fields: { Task.Type: edit }, assignTo: { callCenters: [support] } }
${given.more ?? ''}
orgs:
  uat: { kind: ${given.kind ?? 'sandbox'}, login: local }
`;
