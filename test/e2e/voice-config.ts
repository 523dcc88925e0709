/** A contact center whose pages and keys are those of the session service at this address, in one sandbox. */
export const voiceConfig = (sessionService: string): string => `version: 1
callCenters:
  voice:
    kind: voice
    origin: own
    pages: ringdown
    internalName: AcmeVoice
    displayName: Acme Voice
    voice: { vendorInfo: { name: AcmeTelephony }, integrationClass: RingdownTelephonyIntegration }
ringdown: { sessionService: ${sessionService}, source: force-app, translations: [] }
orgs:
  uat: { kind: sandbox, login: local, myDomain: https://acme.my.salesforce.com }
`;
