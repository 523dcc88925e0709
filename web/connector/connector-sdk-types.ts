/** Only the SDK's classes make one: a plain object of the same shape is refused. */
declare const madeBySdk: unique symbol;
type MadeOf<Name extends string, Fields> = { readonly [madeBySdk]: Name; readonly fields: Fields } & Fields;

export type CallType =
  'Inbound' | 'Outbound' | 'Callback' | 'AddParticipant' | 'Transfer' | 'InternalCall' | 'DialedCallback' | 'Consult';
export type ParticipantType = 'Agent' | 'Initial_Caller' | 'Third_Party' | 'Supervisor';
export type CallState = 'ringing' | 'connected' | 'transferring' | 'transferred' | 'ended';
export type ContactType = 'PhoneBook' | 'Queue' | 'PhoneNumber' | 'Agent' | 'Flow';
export type PhoneType = 'DESK_PHONE' | 'SOFT_PHONE';

export type ContactFields = {
  readonly id?: string;
  readonly type?: ContactType;
  readonly name?: string;
  readonly phoneNumber?: string;
  readonly extension?: string;
  readonly queue?: string;
  readonly availability?: 'AVAILABLE' | 'BUSY' | 'OFFLINE';
  readonly queueWaitTime?: string;
  readonly recordId?: string;
};

export type CallInfoFields = {
  readonly callStateTimestamp?: Date;
  readonly isOnHold: boolean;
  readonly isMuted?: boolean;
  readonly isRecordingPaused?: boolean;
  readonly initialCallId?: string;
  readonly queueName?: string;
  readonly isSoftphoneCall?: boolean;
  readonly muteEnabled?: boolean;
  readonly swapEnabled?: boolean;
  readonly conferenceEnabled?: boolean;
  readonly holdEnabled?: boolean;
  readonly recordEnabled?: boolean;
  readonly extensionEnabled?: boolean;
  readonly isReplayable?: boolean;
  readonly isBargeable?: boolean;
  readonly showMuteButton?: boolean;
  readonly showRecordButton?: boolean;
  readonly showAddCallerButton?: boolean;
  readonly showAddBlindTransferButton?: boolean;
  readonly showMergeButton?: boolean;
  readonly showSwapButton?: boolean;
  readonly isMultiParty?: boolean;
  /** JSON text of further fields of the VoiceCall. */
  readonly additionalFields?: string;
};

export type CallAttributeFields = {
  readonly voiceCallId?: string;
  readonly participantType?: ParticipantType;
  readonly parentId?: string;
  readonly isOnHold?: boolean;
  readonly hasSupervisorBargedIn?: boolean;
  readonly isConsultCall?: boolean;
};

export type PhoneCallFields = {
  readonly callId: string;
  readonly connectionId?: string;
  readonly callType: CallType;
  readonly callSubtype?: 'PSTN' | 'WebRTC';
  readonly state: CallState;
  readonly phoneNumber?: string;
  readonly contact?: Made['Contact'];
  readonly fromContact?: Made['Contact'];
  readonly callInfo: Made['CallInfo'];
  readonly callAttributes: Made['PhoneCallAttributes'];
  /** `ended` or `error`. */
  readonly reason?: string;
  /** Of a call that ended: how, as a HANGUP_STATUS of the SDK. */
  readonly agentStatus?: string;
};

export type SharedCapabilities = {
  readonly debugEnabled?: boolean;
  readonly hasContactSearch: boolean;
  readonly hasAgentAvailability: boolean;
  readonly hasQueueWaitTime: boolean;
  readonly hasPendingStatusChange: boolean;
};

export type VoiceCapabilities = {
  readonly hasMute: boolean;
  readonly hasRecord: boolean;
  readonly hasMerge: boolean;
  readonly hasSwap: boolean;
  readonly hasBlindTransfer: boolean;
  readonly hasSignedRecordingUrl: boolean;
  readonly supportsMos: boolean;
  readonly hasSupervisorListenIn: boolean;
  readonly hasSupervisorBargeIn: boolean;
  readonly hasPhoneBook: boolean;
  readonly hasGetExternalSpeakerDeviceSetting: boolean;
  readonly hasSetExternalSpeakerDeviceSetting: boolean;
  readonly hasGetExternalMicrophoneDeviceSetting: boolean;
  readonly hasSetExternalMicrophoneDeviceSetting: boolean;
  readonly canConsult: boolean;
  readonly isDialPadDisabled: boolean;
  readonly isPhoneBookDisabled: boolean;
};

type Success = { readonly success: boolean };
type Calls = { readonly calls: Made['PhoneCall'] | readonly Made['PhoneCall'][] };
type Contacts = { readonly contacts: readonly Made['Contact'][]; readonly contactTypes: readonly ContactType[] };
type StatsFields = {
  readonly packetsCount: number;
  readonly packetsLost: number;
  readonly jitterBufferMillis: number;
  readonly roundTripTimeMillis: number;
};

export type AudioStatsFields = {
  readonly callId: string;
  readonly input?: StatsFields;
  readonly output?: StatsFields;
  readonly isCompleted: boolean;
};

/** The classes of the SDK that we make, by name, with what their constructors take. */
export type Made = {
  readonly [Name in keyof Fields]: MadeOf<Name, Fields[Name]>;
};

type Fields = {
  InitResult: {
    readonly showLogin?: boolean;
    readonly loginFrameHeight?: number;
    readonly showStorageAccess?: boolean;
  };
  GenericResult: Success;
  LogoutResult: Success & { readonly loginFrameHeight?: number };
  ShowStorageAccessResult: Success & { readonly showLogin: boolean; readonly loginFrameHeight?: number };
  SetAgentStateResult: Success & { readonly isStatusSyncNeeded?: boolean };
  SetAgentConfigResult: Success;
  AgentConfigResult: {
    readonly phones: readonly PhoneType[];
    readonly selectedPhone: Made['Phone'];
    readonly speakerDeviceId?: string;
    readonly microphoneDeviceId?: string;
  };
  AgentStatusInfo: { readonly statusId: string; readonly statusApiName?: string; readonly statusName?: string };
  AgentVendorStatusInfo: { readonly statusId?: string; readonly statusType?: string; readonly statusName?: string };
  Phone: { readonly type: PhoneType; readonly number?: string };
  ActiveCallsResult: { readonly activeCalls: readonly Made['PhoneCall'][] };
  AudioDevicesResult: { readonly audioDevices: readonly unknown[] };
  CallResult: { readonly call: Made['PhoneCall'] };
  HangupResult: Calls;
  SupervisorHangupResult: Calls;
  SuperviseCallResult: { readonly call: Made['PhoneCall'] };
  SupervisedCallInfo: {
    readonly callId: string;
    readonly voiceCallId?: string;
    readonly callType?: CallType;
    readonly from?: string;
    readonly to?: string;
    readonly supervisorName?: string;
    readonly isBargedIn: boolean;
  };
  HoldToggleResult: {
    readonly isThirdPartyOnHold: boolean;
    readonly isCustomerOnHold: boolean;
    readonly isCallMerged: boolean;
    readonly calls: Readonly<Record<string, Made['PhoneCall']>>;
  };
  MuteToggleResult: { readonly isMuted: boolean; readonly call?: Made['PhoneCall']; readonly isGlobal?: boolean };
  RecordingToggleResult: { readonly isRecordingPaused: boolean };
  ParticipantResult: {
    readonly initialCallHasEnded: boolean;
    readonly callInfo: Made['CallInfo'];
    readonly callAttributes: Made['PhoneCallAttributes'];
    readonly phoneNumber?: string;
    readonly callId: string;
    readonly contact?: Made['Contact'];
  };
  ContactsResult: Contacts;
  PhoneContactsResult: Contacts;
  SignedRecordingUrlResult: Success & { readonly url?: string; readonly duration?: number; readonly callId?: string };
  ACWInfo: { readonly agentWorkId?: string; readonly workItemId?: string };
  Contact: ContactFields;
  PhoneCall: PhoneCallFields;
  CallInfo: CallInfoFields;
  PhoneCallAttributes: CallAttributeFields;
  SharedCapabilitiesResult: SharedCapabilities;
  VoiceCapabilitiesResult: VoiceCapabilities;
  StatsInfo: StatsFields;
  AudioStatsElement: {
    readonly inputChannelStats: Made['StatsInfo'];
    readonly outputChannelStats: Made['StatsInfo'];
  };
  AudioStats: {
    readonly callId: string;
    readonly stats?: readonly Made['AudioStatsElement'][];
    readonly isAudioStatsCompleted: boolean;
  };
};

/** Every event that we publish; `isLogged` false keeps its content out of the SDK's log, which the rep may download. */
export type ConnectorEvent = { readonly isLogged?: boolean } & (
  | { readonly type: 'LOGIN_RESULT'; readonly payload: Made['GenericResult'] }
  | { readonly type: 'LOGOUT_RESULT'; readonly payload: Made['LogoutResult'] }
  | { readonly type: 'STORAGE_ACCESS_RESULT'; readonly payload: Made['ShowStorageAccessResult'] }
  | { readonly type: 'MESSAGE'; readonly payload: object }
  | { readonly type: 'SET_AGENT_STATUS'; readonly payload: Made['AgentStatusInfo'] }
  | {
      readonly type: 'AFTER_CONVERSATION_WORK_STARTED' | 'AFTER_CONVERSATION_WORK_ENDED';
      readonly payload: Made['ACWInfo'];
    }
  | {
      readonly type: 'CALL_STARTED' | 'QUEUED_CALL_STARTED' | 'CALL_CONNECTED' | 'CALL_UPDATED' | 'PARTICIPANT_REMOVED';
      readonly payload: Made['CallResult'];
    }
  | { readonly type: 'HANGUP'; readonly payload: Made['HangupResult'] }
  | { readonly type: 'PARTICIPANT_ADDED' | 'PARTICIPANT_CONNECTED'; readonly payload: Made['ParticipantResult'] }
  | { readonly type: 'MUTE_TOGGLE'; readonly payload: Made['MuteToggleResult'] }
  | { readonly type: 'HOLD_TOGGLE' | 'PARTICIPANTS_CONFERENCED'; readonly payload: Made['HoldToggleResult'] }
  | { readonly type: 'RECORDING_TOGGLE'; readonly payload: Made['RecordingToggleResult'] }
  | { readonly type: 'UPDATE_AUDIO_STATS'; readonly payload: Made['AudioStats'] }
  | { readonly type: 'CALL_BARGED_IN'; readonly payload: Made['SupervisedCallInfo'] }
  | {
      readonly type: 'SUPERVISOR_CALL_STARTED' | 'SUPERVISOR_CALL_CONNECTED' | 'SUPERVISOR_BARGED_IN';
      readonly payload: Made['SuperviseCallResult'];
    }
  | { readonly type: 'SUPERVISOR_HANGUP'; readonly payload: Made['SupervisorHangupResult'] }
);

/** A call as the host sends it back: a plain copy of what it was told, or less. */
export type HostCall = { readonly callId?: string; readonly connectionId?: string } | null | undefined;

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
