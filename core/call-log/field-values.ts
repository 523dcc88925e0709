import { type Channel, type Direction, type Outcome } from '../interaction/interaction';

/** The API names of the values of the restricted picklists Channel__c, Direction__c (and CallType) and Outcome__c. */
export const channelValues: Readonly<Record<Channel, string>> = {
  phone: 'Phone',
  chat: 'Chat',
  voicemail: 'Voicemail',
  sms: 'SMS'
};

export const directionValues: Readonly<Record<Direction, string>> = {
  inbound: 'Inbound',
  outbound: 'Outbound',
  internal: 'Internal'
};

export const outcomeValues: Readonly<Record<Outcome, string>> = {
  answered: 'Answered',
  missed: 'Missed',
  abandoned: 'Abandoned',
  declined: 'Declined',
  voicemail: 'Voicemail',
  failed: 'Failed'
};

/** Longest value of each field in UTF-16 units: Task.Subject, CallDisposition and CallObject, a phone field, Queue__c, a URL field. */
export const fieldLengths = {
  subject: 255,
  disposition: 255,
  vendorCallId: 255,
  phone: 40,
  queue: 80,
  url: 255
} as const;

/** The most seconds that a field of eight digits holds: more than three years. */
export const mostSeconds = 99_999_999;
