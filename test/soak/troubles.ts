import type { Watch } from '../outbox/outbox-site';
import { randomFrom } from './random';

type Answer = ReturnType<NonNullable<Watch['refuse']>>;

const dml = (statusCode: string): Answer => ({
  status: 500,
  body: { pageErrors: [{ statusCode, message: 'no' }], fieldErrors: {}, index: null, duplicateResults: [] }
});

const troubles: readonly { readonly name: string; readonly answer: Answer }[] = [
  { name: 'request lost', answer: 'lost-before' },
  { name: 'answer lost', answer: 'lost-after' },
  { name: 'row locked', answer: dml('UNABLE_TO_LOCK_ROW') },
  { name: 'request limit', answer: dml('REQUEST_LIMIT_EXCEEDED') },
  { name: 'unavailable', answer: { status: 503, body: { message: 'Server Unavailable' } } },
  {
    name: 'session over',
    answer: { status: 401, body: [{ errorCode: 'INVALID_SESSION_ID', message: 'Session expired or invalid' }] }
  }
];

/** What goes wrong with each request of a page: by the seed, the page and how often the method was called, so that a seed replays. */
export function troubleOf(seed: number, page: string): (method: string) => (typeof troubles)[number] | undefined {
  const counts = new Map<string, number>();
  return (method) => {
    const called = (counts.get(method) ?? 0) + 1;
    counts.set(method, called);
    const random = randomFrom(seed, `${page} ${method} ${called}`);
    return random.chance(0.15) ? random.oneOf(troubles) : undefined;
  };
}

const orgId = '00D000000000001AAA';

/** What the panel asks of an administrator's settings; undefined for everything else. */
export function settingsOfOrg(method: string): Answer | undefined {
  const returnValue = settings[method];
  return returnValue === undefined ? undefined : { status: 200, body: { returnValue } };
}

const channel = (Channel__c: string): object => ({
  Channel__c,
  AutoLog__c: true,
  OpensWrapUp__c: true,
  AfterSave__c: 'LeaveClosed'
});
const settings: Readonly<Record<string, unknown>> = {
  'RingdownOrgs.current': { SetupOwnerId: orgId, ConfiguredFor__c: orgId, DefaultCountry__c: 'US' },
  'PhoneSettings.channels': ['Phone', 'Chat', 'Voicemail'].map(channel),
  'PhoneSettings.dispositions': ['Resolved', 'Escalated', 'Spam'].map((Value__c) => ({
    Value__c,
    MasterLabel: Value__c
  }))
};
