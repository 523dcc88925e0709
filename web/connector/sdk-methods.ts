import { type ContactFields, type Made } from './sdk-fields';

/** A call as the host sends it back: a plain copy of what it was told, or less. */
export type HostCall =
  | {
      readonly callId?: string;
      readonly connectionId?: string;
      readonly callAttributes?: { readonly isAutoMergeOn?: boolean } | null;
    }
  | null
  | undefined;

/** What `init` is given; the contact center's own settings come as `/<section>/<item>`. */
export type ConnectorConfig = Readonly<Record<string, unknown>>;

type Later<Value> = Promise<Value>;

/** `TelephonyConnector` of the SDK, which calls these and checks the class of what they answer. */
export type SdkTelephony = {
  readonly getActiveCalls: () => Later<Made['ActiveCallsResult']>;
  readonly acceptCall: (call: HostCall) => Later<Made['CallResult']>;
  readonly declineCall: (call: HostCall) => Later<Made['CallResult']>;
  readonly endCall: (call: HostCall, agentStatus?: string) => Later<Made['HangupResult']>;
  readonly mute: (call?: HostCall) => Later<Made['MuteToggleResult']>;
  readonly unmute: (call?: HostCall) => Later<Made['MuteToggleResult']>;
  readonly hold: (call: HostCall) => Later<Made['HoldToggleResult']>;
  readonly resume: (call: HostCall) => Later<Made['HoldToggleResult']>;
  readonly swap: (callToHold: HostCall, callToResume: HostCall) => Later<Made['HoldToggleResult']>;
  readonly conference: (calls: readonly HostCall[]) => Later<Made['HoldToggleResult']>;
  readonly dial: (
    contact: ContactFields,
    options: { isCallback: boolean; isConsultCall: boolean }
  ) => Later<Made['CallResult']>;
  readonly addParticipant: (
    contact: ContactFields,
    call: HostCall,
    isBlindTransfer: boolean
  ) => Later<Made['ParticipantResult']>;
  readonly sendDigits: (digits: string) => Later<void>;
  readonly pauseRecording: (call?: HostCall) => Later<Made['RecordingToggleResult']>;
  readonly resumeRecording: (call?: HostCall) => Later<Made['RecordingToggleResult']>;
  readonly wrapUpCall: (call: HostCall) => Later<void>;
  readonly getSignedRecordingUrl: (
    recordingUrl: string,
    vendorCallKey: string,
    callId: string
  ) => Later<Made['SignedRecordingUrlResult']>;
  readonly getPhoneContacts: (filter: unknown) => Later<Made['PhoneContactsResult']>;
  readonly getAgentConfig: () => Later<Made['AgentConfigResult']>;
  readonly setAgentConfig: (config: unknown) => Later<Made['SetAgentConfigResult']>;
  readonly getVoiceCapabilities: () => Later<Made['VoiceCapabilitiesResult']>;
  readonly getAudioDevices: () => Later<Made['AudioDevicesResult']>;
  readonly superviseCall: (call: HostCall) => Later<Made['SuperviseCallResult']>;
  readonly supervisorBargeIn: (call: HostCall) => Later<Made['SuperviseCallResult']>;
  readonly supervisorDisconnect: (call?: HostCall) => Later<Made['SupervisorHangupResult']>;
};

/** `VendorConnector` of the SDK. It takes any object with these methods. */
export type SdkConnector = {
  readonly init: (config: ConnectorConfig) => Later<Made['InitResult']>;
  readonly getTelephonyConnector: () => Later<SdkTelephony>;
  readonly logout: () => Later<Made['LogoutResult']>;
  readonly setAgentStatus: (
    agentStatus: string,
    statusInfo: { statusId?: string; statusApiName?: string; statusName?: string },
    enqueueNextState: boolean
  ) => Later<Made['SetAgentStateResult']>;
  readonly getAgentStatus: () => Later<Made['AgentVendorStatusInfo']>;
  readonly handleMessage: (message: unknown) => void;
  readonly onAgentWorkEvent: (work: { workItemId?: string; workId?: string; workEvent?: string }) => void;
  readonly getContacts: (filter: unknown, workItemId?: string) => Later<Made['ContactsResult']>;
  readonly getAudioDevices: () => Later<Made['AudioDevicesResult']>;
  readonly getSharedCapabilities: () => Later<Made['SharedCapabilitiesResult']>;
  readonly downloadLogs: (logs: unknown) => void;
  readonly logMessageToVendor: (level: string, message: string, payload: unknown) => void;
};
