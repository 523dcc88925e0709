import { type ContactFilter, type PhoneContact } from '../phone/contacts';
import { type Phone, type PhoneAbilities } from '../phone/phone';
import { fieldsOf, textOf } from '../shared/session-wire/plain-value';
import {
  agentConfigResult,
  audioDevicesResult,
  phoneContactsResult,
  sdkContact,
  sdkPhone,
  setAgentConfigResult,
  sharedCapabilities,
  voiceCapabilities
} from './connector-sdk';
import { type Made } from './sdk-fields';
import { type ContactType, type PhoneType } from './sdk-words';
import { type SdkTelephony } from './sdk-methods';
import { type KeptValue } from '../phone-page/kept-value';

/** What the rep's place offers besides calls: devices, contacts, and what the phone system can do. */
export type DeskMethods = Pick<
  SdkTelephony,
  'getPhoneContacts' | 'getAgentConfig' | 'setAgentConfig' | 'getVoiceCapabilities' | 'getAudioDevices'
> & { readonly getSharedCapabilities: () => Promise<Made['SharedCapabilitiesResult']> };

export type DeskOptions = {
  readonly phone: () => Promise<Phone>;
  /** Salesforce forgets the chosen phone at every load since Spring '25, so the connector remembers it. */
  readonly chosenPhone: KeptValue;
};

const contactTypes: Readonly<Record<PhoneContact['kind'], ContactType>> = {
  agent: 'Agent',
  queue: 'Queue',
  contact: 'PhoneBook'
};
/** CONTACTS_FILTER_TYPES of the SDK. Flows are not the phone system's: Salesforce lists them itself. */
const kindsOfFilter: Readonly<Record<string, PhoneContact['kind']>> = {
  agent: 'agent',
  queue: 'queue',
  contact: 'contact',
  directory: 'contact'
};
const availabilities = { available: 'AVAILABLE', busy: 'BUSY', offline: 'OFFLINE' } as const;
const mostContacts = 500;

export function deskMethods({ phone, chosenPhone }: DeskOptions): DeskMethods {
  let speakerDeviceId = '';
  let microphoneDeviceId = '';
  const chosen = (abilities: PhoneAbilities): PhoneType =>
    abilities.deskPhone && chosenPhone.read() === 'DESK_PHONE' ? 'DESK_PHONE' : 'SOFT_PHONE';
  return {
    getAgentConfig: async () => {
      const { abilities } = (await phone()).snapshot();
      return agentConfigResult({
        phones: abilities.deskPhone ? ['SOFT_PHONE', 'DESK_PHONE'] : ['SOFT_PHONE'],
        selectedPhone: sdkPhone({ type: chosen(abilities) }),
        speakerDeviceId,
        microphoneDeviceId
      });
    },
    setAgentConfig: async (config) => {
      // Each of its fields "can be undefined or null" (guide, "setAgentConfig").
      const fields = fieldsOf(config);
      const type = fieldsOf(fields?.selectedPhone)?.type;
      const [speakerId, microphoneId] = [textOf(fields?.speakerDeviceId), textOf(fields?.microphoneDeviceId)];
      const kind = type === 'DESK_PHONE' ? 'desk' : type === 'SOFT_PHONE' ? 'soft' : undefined;
      const there = await phone();
      await there.useDevices({
        ...(kind && there.snapshot().abilities.deskPhone ? { phone: kind } : {}),
        ...(speakerId ? { speakerId } : {}),
        ...(microphoneId ? { microphoneId } : {})
      });
      if (kind) chosenPhone.keep(kind === 'desk' ? 'DESK_PHONE' : 'SOFT_PHONE');
      speakerDeviceId = speakerId ?? speakerDeviceId;
      microphoneDeviceId = microphoneId ?? microphoneDeviceId;
      return setAgentConfigResult({ success: true });
    },
    getVoiceCapabilities: async () => {
      const { abilities: can } = (await phone()).snapshot();
      return voiceCapabilities({
        hasMute: can.mute,
        hasRecord: can.record,
        hasMerge: can.merge,
        hasSwap: can.swap,
        hasBlindTransfer: can.blindTransfer,
        hasSignedRecordingUrl: can.signedRecordings,
        supportsMos: can.audioStatistics,
        hasSupervisorListenIn: can.listenIn,
        hasSupervisorBargeIn: can.bargeIn,
        hasPhoneBook: can.phoneBook,
        hasGetExternalSpeakerDeviceSetting: can.chooseDevices,
        hasSetExternalSpeakerDeviceSetting: can.chooseDevices,
        hasGetExternalMicrophoneDeviceSetting: can.chooseDevices,
        hasSetExternalMicrophoneDeviceSetting: can.chooseDevices,
        canConsult: can.consult,
        isDialPadDisabled: false,
        isPhoneBookDisabled: !can.phoneBook
      });
    },
    getSharedCapabilities: async () => {
      const { abilities: can } = (await phone()).snapshot();
      return sharedCapabilities({
        hasContactSearch: can.phoneBook,
        hasAgentAvailability: can.agentAvailability,
        hasQueueWaitTime: can.queueWaitTime,
        hasTransferToOmniFlow: can.omniFlow,
        hasPendingStatusChange: can.pendingPresence
      });
    },
    getAudioDevices: async () => {
      const devices = await (await phone()).devices();
      const audioDevices = devices.map(({ id, kind, name }) => ({
        deviceId: id,
        kind: kind === 'speaker' ? 'audiooutput' : 'audioinput',
        label: name
      }));
      return audioDevicesResult({ audioDevices });
    },
    getPhoneContacts: async (filter) => {
      const { contacts } = await (await phone()).contacts(readFilter(filter));
      const made = contacts.map(sdkContactOf);
      return phoneContactsResult({ contacts: made, contactTypes: ['Agent', 'Queue', 'PhoneBook', 'PhoneNumber'] });
    }
  };
}

/** What Salesforce looks for; a plain object, with fields that may be missing. */
export function readFilter(filter: unknown): ContactFilter {
  const fields = fieldsOf(filter);
  const types = Array.isArray(fields?.types) ? fields.types.map((type) => String(type).toLowerCase()) : [];
  const asked = types.filter((type) => type !== 'available');
  const kinds = [...new Set(asked.flatMap((type) => kindsOfFilter[type] ?? []))];
  const contains = textOf(fields?.contains);
  return {
    offset: whole(fields?.offset, 0, Number.MAX_SAFE_INTEGER),
    limit: whole(fields?.limit, 50, mostContacts),
    ...(contains ? { contains } : {}),
    ...(asked.length > 0 ? { kinds } : {}),
    ...(types.includes('available') ? { onlyAvailable: true } : {})
  };
}

function whole(value: unknown, otherwise: number, most: number): number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 ? Math.min(value, most) : otherwise;
}

function sdkContactOf({
  id,
  kind,
  name,
  number,
  extension,
  availability,
  queueWaitSeconds
}: PhoneContact): Made['Contact'] {
  return sdkContact({
    id,
    type: contactTypes[kind],
    name,
    ...(number ? { phoneNumber: number } : {}),
    ...(extension ? { extension } : {}),
    ...(kind === 'queue' ? { queue: name } : {}),
    ...(kind === 'agent' && availability ? { availability: availabilities[availability] } : {}),
    ...(queueWaitSeconds === undefined ? {} : { queueWaitTime: String(queueWaitSeconds) })
  });
}
