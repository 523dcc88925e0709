import * as untyped from 'scv-connector-base';
import { type ConnectorEvent } from './sdk-events';
import {
  type AudioStatsFields,
  type CallInfoFields,
  type ContactFields,
  type Made,
  type PhoneCallFields,
  type SharedCapabilities,
  type VoiceCapabilities
} from './sdk-fields';
import { type SdkConnector } from './sdk-methods';

/**
 * The one door to `scv-connector-base` 4.8.10, whose own types are wrong (its constants are plain strings, half of its events are
 * missing, defaults count as required). Everything the SDK takes must be made by its own classes, of this one copy: it checks by
 * `instanceof`.
 */
const sdk = untyped as unknown as {
  readonly initializeConnector: (connector: SdkConnector) => void;
  readonly publishEvent: (event: { eventType: string; payload: unknown; registerLog?: boolean }) => Promise<void>;
  readonly publishError: (failure: { eventType: string; error: unknown }) => void;
  readonly VendorConnector: new () => { downloadLogs: () => void };
  readonly CustomError: new (fields: { labelName: string; namespace: string; message?: string }) => Error;
} & { readonly [Name in keyof Made]: new (fields: Made[Name]['fields']) => Made[Name] };

/** Makes an object of a class of the SDK. Throws when a field is of a kind that the SDK refuses. */
function maker<Name extends keyof Made>(name: Name): (fields: Made[Name]['fields']) => Made[Name] {
  const make = sdk[name] as unknown as new (given: unknown) => Made[Name];
  return (fields) => new make(fields);
}

export const initResult = maker('InitResult');
export const genericResult = maker('GenericResult');
export const logoutResult = maker('LogoutResult');
export const showStorageAccessResult = maker('ShowStorageAccessResult');
export const setAgentStateResult = maker('SetAgentStateResult');
export const setAgentConfigResult = maker('SetAgentConfigResult');
export const agentConfigResult = maker('AgentConfigResult');
export const agentStatusInfo = maker('AgentStatusInfo');
export const agentVendorStatusInfo = maker('AgentVendorStatusInfo');
export const sdkPhone = maker('Phone');
export const activeCallsResult = maker('ActiveCallsResult');
export const audioDevicesResult = maker('AudioDevicesResult');
export const callResult = maker('CallResult');
export const hangupResult = maker('HangupResult');
export const supervisorHangupResult = maker('SupervisorHangupResult');
export const superviseCallResult = maker('SuperviseCallResult');
export const supervisedCallInfo = maker('SupervisedCallInfo');
export const holdToggleResult = maker('HoldToggleResult');
export const muteToggleResult = maker('MuteToggleResult');
export const recordingToggleResult = maker('RecordingToggleResult');
export const participantResult = maker('ParticipantResult');
export const contactsResult = maker('ContactsResult');
export const phoneContactsResult = maker('PhoneContactsResult');
export const signedRecordingUrlResult = maker('SignedRecordingUrlResult');
export const afterWorkInfo = maker('ACWInfo');

export const sdkContact = (fields: ContactFields): Made['Contact'] => new sdk.Contact(fields);
export const sdkPhoneCall = (fields: PhoneCallFields): Made['PhoneCall'] => new sdk.PhoneCall(fields);
export const sdkCallInfo = (fields: CallInfoFields): Made['CallInfo'] => new sdk.CallInfo(fields);
export const sdkCallAttributes = maker('PhoneCallAttributes');
export const sharedCapabilities = (fields: SharedCapabilities): Made['SharedCapabilitiesResult'] =>
  new sdk.SharedCapabilitiesResult(fields);
export const voiceCapabilities = (fields: VoiceCapabilities): Made['VoiceCapabilitiesResult'] =>
  new sdk.VoiceCapabilitiesResult(fields);

/** Audio quality since the last report; the SDK makes the mean opinion score of it when the call is over. */
export function audioStats({ callId, input, output, isCompleted }: AudioStatsFields): Made['AudioStats'] {
  const channels = input && output && [{ input, output }];
  const stats = channels?.map(
    (each) =>
      new sdk.AudioStatsElement({
        inputChannelStats: new sdk.StatsInfo(each.input),
        outputChannelStats: new sdk.StatsInfo(each.output)
      })
  );
  return new sdk.AudioStats({ callId, ...(stats ? { stats } : {}), isAudioStatsCompleted: isCompleted });
}

/** A failure that the SDK turns into its error `type`, which is all of it that reaches Salesforce. */
export class ConnectorError extends Error {
  constructor(
    readonly type:
      | 'INVALID_PARAMS'
      | 'INVALID_DESTINATION'
      | 'INVALID_PARTICIPANT'
      | 'INVALID_AGENT_STATUS'
      | 'GENERIC_ERROR'
      | 'MICROPHONE_NOT_SHARED'
      | 'USER_BUSY_ERROR',
    message: string
  ) {
    super(message);
    this.name = 'ConnectorError';
  }
}

/** A failure in the words of a label of a package. Salesforce shows "We couldn't find …" when no package has it. */
export function labelledError(namespace: string, labelName: string): Error {
  return new sdk.CustomError({ namespace, labelName, message: labelName });
}

/** Begins to listen for the handshake; the SDK calls the connector from then on. */
export function listenForHandshake(connector: SdkConnector): void {
  sdk.initializeConnector(connector);
}

/** Sends an event to Salesforce. Before the handshake the SDK has nowhere to send it, and rejects. */
export function publishToSalesforce({ type, payload, isLogged }: ConnectorEvent): Promise<void> {
  return sdk.publishEvent({ eventType: type, payload, registerLog: isLogged ?? true });
}

/** Tells Salesforce, and with it the rep, that the phone does not do something that nobody waits for. */
export function publishPhoneFailure(error: Error): void {
  sdk.publishError({ eventType: 'SOFTPHONE_ERROR', error });
}

/** Saves the SDK's log as a file of the rep's browser, as the SDK does by itself. */
export function downloadSdkLog(): void {
  new sdk.VendorConnector().downloadLogs();
}
