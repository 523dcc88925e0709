/** Whether an id is that of a VoiceCall: they have this key prefix in every org (Salesforce, standard object key prefixes). */
export function isVoiceCallId(id: string): boolean {
  return /^0LQ(\w{12}|\w{15})$/.test(id);
}
