import { hasVoiceLicence } from '../metadata/validate/reference';
import { field, flag, moment, pick, reference, text, whole } from './field';
import { sobject } from './sobject';

const readOnly = { readOnly: true } as const;

/** A call of Salesforce Voice; only an org with the licence has it, and the telephony integration makes it [Object Reference, VoiceCall]. */
export const voiceCall = sobject(
  'VoiceCall',
  '0LQ',
  [
    text('Name', 255, { ...readOnly, idLookup: true, autoNumber: 'VC-{00000000}' }),
    pick('CallType', ['Inbound', 'Outbound', 'Transfer', 'Callback', 'Consult', 'InternalCall'], readOnly),
    moment('CallStartDateTime', readOnly),
    moment('CallEndDateTime', readOnly),
    moment('CallQueuedDateTime', readOnly),
    moment('CallAcceptDateTime', readOnly),
    whole('CallDurationInSeconds', readOnly),
    text('CallDisposition', 255),
    field('FromPhoneNumber', 'phone', readOnly),
    field('ToPhoneNumber', 'phone', readOnly),
    text('VendorCallKey', 255, readOnly),
    text('VendorType', 255, readOnly),
    text('QueueName', 255, readOnly),
    text('CallOrigin', 255, readOnly),
    text('DisconnectReason', 255, readOnly),
    field('Description', 'textarea', { createable: false }),
    whole('NumberOfHolds', readOnly),
    whole('CustomerHoldDuration', readOnly),
    flag('IsRecorded', readOnly),
    reference('CallCenterId', 'CallCenter', readOnly),
    reference('PreviousCallId', 'VoiceCall', readOnly),
    reference('UserId', 'User', readOnly),
    reference('RelatedRecordId', ['Account', 'Contact', 'Lead', 'Case'], { relationshipName: 'RelatedRecord' }),
    reference('OwnerId', ['User', 'Group'])
  ],
  { operations: ['update'], audit: 'deletable', exists: hasVoiceLicence, labelPlural: 'Voice Calls' }
);
