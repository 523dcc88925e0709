/** An org whose calls are kept in Salesforce: one entry of `session-service.json`. */
export type VoiceOrg = {
  readonly orgId: string;
  /** Where the Telephony Integration REST API is, such as https://example.my.salesforce-scrt.com. */
  readonly scrtUrl: string;
  /** The API name of the contact center, in whose name requests are signed. */
  readonly callCenter: string;
};
