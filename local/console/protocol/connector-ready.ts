import { z } from 'zod';
import { phoneCallShape, word } from './call-shape';

const text = z.string().nullish();

/** The booleans of CONNECTOR_READY, by the SDK's names; DIAL_PAD is true when the dial pad is disabled. */
export const capabilityNames = [
  'DEBUG_ENABLED',
  'CONTACT_SEARCH',
  'VENDOR_PROVIDED_AVAILABILITY',
  'VENDOR_PROVIDED_QUEUE_WAIT_TIME',
  'TRANSFER_TO_OMNI_FLOW',
  'PENDING_STATUS_CHANGE',
  'SFDC_PENDING_STATE',
  'AUTO_ACCEPT_ENABLED',
  'MUTE',
  'RECORD',
  'MERGE',
  'SWAP',
  'BLIND_TRANSFER',
  'SIGNED_RECORDING_URL',
  'SUPERVISOR_LISTEN_IN',
  'SUPERVISOR_BARGE_IN',
  'MOS',
  'PHONEBOOK',
  'HAS_GET_EXTERNAL_SPEAKER',
  'HAS_SET_EXTERNAL_SPEAKER',
  'HAS_GET_EXTERNAL_MICROPHONE',
  'HAS_SET_EXTERNAL_MICROPHONE',
  'CAN_CONSULT',
  'DIAL_PAD',
  'HAS_HID_SUPPORT',
  'PHONEBOOK_DISABLE'
] as const;
/** What a connector said it can do. */
export type Capabilities = Readonly<Record<(typeof capabilityNames)[number], boolean>>;

const capabilitiesShape = z.strictObject(
  Object.fromEntries(capabilityNames.map((name) => [name, z.boolean()]))
) as unknown as z.ZodType<Capabilities>;

/** What CONNECTOR_READY carries. */
export const readyShape = z.union([
  z.strictObject({
    agentConfig: z.strictObject({
      PHONES: z.array(word('SOFT_PHONE', 'DESK_PHONE')),
      SELECTED_PHONE: z.looseObject({ type: word('SOFT_PHONE', 'DESK_PHONE'), number: text })
    }),
    capabilities: capabilitiesShape,
    callInProgress: phoneCallShape.nullable()
  }),
  z.strictObject({})
]);

/** What the connector said when it was ready; an empty object when one of its answers failed. */
export type ReadyPayload = z.infer<typeof readyShape>;
