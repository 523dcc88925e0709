/* global window, document, location, URLSearchParams, BroadcastChannel */
// A vendor that knows nothing of Ringdown: the SDK as it is published, and calls in the memory of the page. The query says how it
// behaves: ?init=login|ready|silent|storage|plain|reject|invalid|custom|never &height=420 &logout=refuse|reject &ready=broken.
const sdk = window.SCVConnectorBase;
const query = new URLSearchParams(location.search);
const height = query.has('height') ? { loginFrameHeight: JSON.parse(query.get('height')) } : {};
const { CALL_TYPE, CALL_STATE, PARTICIPANT_TYPE, SHARED_EVENT_TYPE, VOICE_EVENT_TYPE } = sdk.Constants;

const calls = new Map();
let config;
let phone = new sdk.Phone({ type: 'SOFT_PHONE' });
let made = 0;

const publish = (eventType, payload) => sdk.publishEvent({ eventType, payload });
const found = (given) => {
  const call = calls.get(given?.callId) ?? [...calls.values()][0];
  if (!call) throw new Error('There is no such call');
  return call;
};
const ended = (call) => {
  calls.delete(call.callId);
  return call;
};
const toggled = () => {
  const [customer, third] = [...calls.values()];
  return new sdk.HoldToggleResult({
    isCustomerOnHold: customer?.callInfo.isOnHold ?? false,
    isThirdPartyOnHold: third?.callInfo.isOnHold ?? false,
    isCallMerged: false,
    calls: Object.fromEntries(calls)
  });
};

function newCall(callType, phoneNumber, more = {}) {
  made += 1;
  const callId = `plain-${made}`;
  const participantType =
    callType === CALL_TYPE.ADD_PARTICIPANT ? PARTICIPANT_TYPE.THIRD_PARTY : PARTICIPANT_TYPE.INITIAL_CALLER;
  const call = new sdk.PhoneCall({
    callId,
    callType,
    phoneNumber,
    contact: new sdk.Contact({ phoneNumber, name: more.name }),
    state: CALL_STATE.RINGING,
    callInfo: new sdk.CallInfo({ isOnHold: false, callStateTimestamp: new Date(), ...more.callInfo }),
    callAttributes: new sdk.PhoneCallAttributes({ participantType, ...more.callAttributes })
  });
  calls.set(callId, call);
  return call;
}

/** A third party alone, or everybody. */
function muted(given, isMuted) {
  const call = found(given);
  const isGlobal = call.callAttributes.participantType !== PARTICIPANT_TYPE.THIRD_PARTY;
  call.callInfo.isMuted = isMuted;
  return new sdk.MuteToggleResult({ isMuted, call, isGlobal });
}

class PlainPhone extends sdk.TelephonyConnector {
  getAgentConfig() {
    if (query.get('ready') === 'broken') throw new Error('No configuration');
    return new sdk.AgentConfigResult({ phones: ['SOFT_PHONE', 'DESK_PHONE'], selectedPhone: phone });
  }
  setAgentConfig({ selectedPhone }) {
    if (selectedPhone) phone = new sdk.Phone({ type: selectedPhone.type, number: selectedPhone.number ?? undefined });
    return new sdk.SetAgentConfigResult({ success: true });
  }
  getVoiceCapabilities() {
    const off = query.get('without')?.split(',') ?? [];
    const has = (name) => !off.includes(name);
    return new sdk.VoiceCapabilitiesResult({
      hasMute: has('hasMute'),
      hasRecord: has('hasRecord'),
      hasMerge: has('hasMerge'),
      hasSwap: has('hasSwap'),
      hasBlindTransfer: has('hasBlindTransfer'),
      hasSignedRecordingUrl: has('hasSignedRecordingUrl'),
      supportsMos: has('supportsMos'),
      hasSupervisorListenIn: has('hasSupervisorListenIn'),
      hasSupervisorBargeIn: has('hasSupervisorBargeIn'),
      hasPhoneBook: has('hasPhoneBook'),
      canConsult: has('canConsult')
    });
  }
  getActiveCalls() {
    return new sdk.ActiveCallsResult({ activeCalls: [...calls.values()] });
  }
  acceptCall(given) {
    const call = found(given);
    call.state = CALL_STATE.CONNECTED;
    return new sdk.CallResult({ call });
  }
  declineCall(given) {
    return new sdk.CallResult({ call: ended(found(given)) });
  }
  endCall(given) {
    const call = found(given);
    const isCustomer = call.callAttributes.participantType !== PARTICIPANT_TYPE.THIRD_PARTY;
    return new sdk.HangupResult({ calls: isCustomer ? [...calls.values()].map(ended) : [ended(call)] });
  }
  mute(call) {
    return muted(call, true);
  }
  unmute(call) {
    return muted(call, false);
  }
  hold(given) {
    found(given).callInfo.isOnHold = true;
    return toggled();
  }
  resume(given) {
    found(given).callInfo.isOnHold = false;
    return toggled();
  }
  swap(toHold, toResume) {
    found(toHold).callInfo.isOnHold = true;
    found(toResume).callInfo.isOnHold = false;
    return toggled();
  }
  conference() {
    for (const call of calls.values()) call.callInfo.isOnHold = false;
    return Object.assign(toggled(), { isCallMerged: true });
  }
  dial(contact, options) {
    if (contact.phoneNumber === '000')
      throw Object.assign(new Error('No such number'), { type: 'INVALID_DESTINATION' });
    const type = options?.isConsultCall ? CALL_TYPE.CONSULT : CALL_TYPE.OUTBOUND;
    return new sdk.CallResult({ call: newCall(type, contact.phoneNumber, { name: contact.name }) });
  }
  sendDigits(digits) {
    plain.digits += digits;
  }
  getPhoneContacts(filter) {
    const all = [
      new sdk.Contact({
        id: 'a1',
        type: 'Agent',
        name: 'Sam Ortiz',
        phoneNumber: '+14155550102',
        availability: 'AVAILABLE'
      }),
      new sdk.Contact({ id: 'q1', type: 'Queue', name: 'Billing', queue: 'billing', queueWaitTime: '40' }),
      new sdk.Contact({ id: 'p1', type: 'PhoneBook', name: 'Warehouse', phoneNumber: '+14155550199' })
    ];
    const wanted = (filter?.contains ?? '').toLowerCase();
    const contacts = all.filter(
      ({ name, type }) =>
        name.toLowerCase().includes(wanted) && (!filter?.types?.length || filter.types.includes(type.toUpperCase()))
    );
    return new sdk.PhoneContactsResult({ contacts, contactTypes: ['Agent', 'Queue', 'PhoneBook', 'PhoneNumber'] });
  }
  addParticipant(contact, parent, isBlindTransfer) {
    if (contact.phoneNumber === '000')
      throw Object.assign(new Error('No such number'), { type: 'INVALID_DESTINATION' });
    const call = newCall(CALL_TYPE.ADD_PARTICIPANT, contact.phoneNumber ?? contact.queue ?? '', { name: contact.name });
    call.state = CALL_STATE.TRANSFERRING;
    if (isBlindTransfer) calls.clear();
    else if (parent.callAttributes?.isAutoMergeOn) call.callAttributes.isAutoMergeOn = true;
    else found(parent).callInfo.isOnHold = true;
    const { callInfo, callAttributes, phoneNumber, callId } = call;
    return new sdk.ParticipantResult({
      initialCallHasEnded: false,
      callInfo,
      callAttributes,
      phoneNumber,
      callId,
      contact
    });
  }
  pauseRecording() {
    return new sdk.RecordingToggleResult({ isRecordingPaused: true });
  }
  resumeRecording() {
    return new sdk.RecordingToggleResult({ isRecordingPaused: false });
  }
  wrapUpCall(call) {
    plain.wrappedUp.push(call.callId);
  }
  getSignedRecordingUrl(_url, _key, callId) {
    return new sdk.SignedRecordingUrlResult({
      success: true,
      url: `${location.origin}/recording`,
      duration: 12,
      callId
    });
  }
  superviseCall(call) {
    const { callId, phoneNumber = '' } = call;
    const callAttributes = {
      participantType: PARTICIPANT_TYPE.SUPERVISOR,
      voiceCallId: call.callAttributes?.voiceCallId
    };
    return new sdk.SuperviseCallResult({
      call: Object.assign(newCall(CALL_TYPE.INBOUND, phoneNumber, { callAttributes }), { callId })
    });
  }
  supervisorBargeIn(call) {
    return new sdk.SuperviseCallResult({ call: found(call) });
  }
  supervisorDisconnect() {
    return new sdk.SupervisorHangupResult({ calls: [...calls.values()].map(ended) });
  }
  getAudioDevices() {
    return new sdk.AudioDevicesResult({
      audioDevices: [{ deviceId: 'default', label: 'Default', kind: 'audioinput' }]
    });
  }
}

class PlainVendor extends sdk.VendorConnector {
  constructor() {
    super();
    this.phone = new PlainPhone();
  }
  init(given) {
    config = given;
    const how = query.get('init') ?? 'login';
    if (how === 'never') return new Promise(() => undefined);
    if (how === 'plain') return { showLogin: true };
    if (how === 'reject') return Promise.reject(new Error('The phone system is down'));
    if (how === 'invalid') return Promise.reject(Object.assign(new Error('no user'), { type: 'INVALID_PARAMS' }));
    if (how === 'custom')
      return Promise.reject(new sdk.CustomError({ labelName: 'PhoneDown', namespace: 'plain', message: 'x' }));
    if (how === 'silent') return new sdk.InitResult({ isSilentLogin: true });
    if (how === 'storage') return new sdk.InitResult({ showStorageAccess: true, showLogin: true });
    return new sdk.InitResult(how === 'ready' ? {} : { showLogin: true, ...height });
  }
  getTelephonyConnector() {
    return this.phone;
  }
  getSharedCapabilities() {
    return new sdk.SharedCapabilitiesResult({ hasContactSearch: true, hasPendingStatusChange: query.has('pending') });
  }
  logout() {
    if (query.get('logout') === 'reject') return Promise.reject(new Error('No answer'));
    const success = query.get('logout') !== 'refuse';
    if (success) calls.clear();
    return new sdk.LogoutResult({ success, ...height });
  }
  setAgentStatus(status, info) {
    if (query.get('status') === 'refuse' && status === 'Online')
      throw Object.assign(new Error('No'), { type: 'INVALID_AGENT_STATUS' });
    plain.statuses.push([status, info.statusId]);
    return new sdk.SetAgentStateResult({ success: true, isStatusSyncNeeded: true });
  }
  getAgentStatus() {
    return new sdk.AgentVendorStatusInfo({ statusId: 'here', statusName: 'Here' });
  }
  handleMessage(message) {
    plain.messages.push(message);
  }
  onAgentWorkEvent(work) {
    plain.work.push(work);
  }
  getContacts() {
    return new sdk.ContactsResult({
      contacts: [new sdk.Contact({ id: 'c1', type: 'Agent', name: 'Ines' })],
      contactTypes: ['Agent']
    });
  }
  getAudioDevices() {
    return this.phone.getAudioDevices();
  }
  logMessageToVendor(level, message) {
    plain.logs.push([level, message]);
  }
}

/** What tests hold of this vendor. */
const plain = {
  statuses: [],
  messages: [],
  work: [],
  logs: [],
  wrappedUp: [],
  digits: '',
  config: () => config,
  calls: () => [...calls.values()],
  login: (success) => publish(SHARED_EVENT_TYPE.LOGIN_RESULT, new sdk.GenericResult({ success })),
  endSession: () => {
    calls.clear();
    return publish(SHARED_EVENT_TYPE.LOGOUT_RESULT, new sdk.LogoutResult({ success: true, ...height }));
  },
  storage: (result) => publish(SHARED_EVENT_TYPE.STORAGE_ACCESS_RESULT, new sdk.ShowStorageAccessResult(result)),
  ring: (phoneNumber = '+14155550123', more = {}) => {
    const call = newCall(CALL_TYPE.INBOUND, phoneNumber, more);
    void publish(VOICE_EVENT_TYPE.CALL_STARTED, new sdk.CallResult({ call }));
    return call.callId;
  },
  preview: (phoneNumber) => {
    const call = newCall(CALL_TYPE.CALLBACK, phoneNumber, { callAttributes: { dialerType: 'OutboundPreview' } });
    void publish(VOICE_EVENT_TYPE.QUEUED_CALL_STARTED, new sdk.CallResult({ call }));
    return call.callId;
  },
  connect: (callId) => {
    const call = found({ callId });
    if (call.callAttributes.participantType === PARTICIPANT_TYPE.THIRD_PARTY) {
      call.state = CALL_STATE.TRANSFERRED;
      call.callAttributes.isAutoMergeOn = false;
      const { callInfo, callAttributes, phoneNumber, contact } = call;
      const result = { initialCallHasEnded: false, callInfo, callAttributes, phoneNumber, callId, contact };
      return publish(VOICE_EVENT_TYPE.PARTICIPANT_CONNECTED, new sdk.ParticipantResult(result));
    }
    call.state = CALL_STATE.CONNECTED;
    return publish(VOICE_EVENT_TYPE.CALL_CONNECTED, new sdk.CallResult({ call }));
  },
  hangUp: () => publish(VOICE_EVENT_TYPE.HANGUP, new sdk.HangupResult({ calls: [...calls.values()].map(ended) })),
  leave: (callId) =>
    publish(VOICE_EVENT_TYPE.PARTICIPANT_REMOVED, new sdk.CallResult({ call: ended(found({ callId })) })),
  publish,
  publishError: (eventType, error) => sdk.publishError({ eventType, error }),
  sdk
};
Object.assign(window, { plain });

new BroadcastChannel('plain-login').addEventListener('message', ({ data }) => void plain.login(data.name !== 'nobody'));
document.addEventListener('DOMContentLoaded', () => {
  document
    .getElementById('storage')
    .addEventListener('click', () => void plain.storage({ success: true, showLogin: true, ...height }));
});
sdk.initializeConnector(new PlainVendor());
