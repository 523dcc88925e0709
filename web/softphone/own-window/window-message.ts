import { fieldsOf, textOf } from '../../shared/session-wire/plain-value';
import { readTabMessage, type TabMessage } from '../tab-message';
import { readPlace, type WindowPlace } from './window-place';

/**
 * What the window says to the softphone in Salesforce, and is answered with one end of a channel. Both are posted to our own origin
 * alone, and believed only from it: the window is in another partition of the browser's storage than the frame, so nothing else joins them.
 */
export type WindowHello = { readonly type: 'window-here'; readonly orgId: string };
export type PhoneHello = {
  readonly type: 'phone-here';
  readonly orgId: string;
  /** One for each org and user; the windows of one phone know each other by it. */
  readonly name: string;
  /** ISO 3166: how a number without a country is read. */
  readonly country?: string;
};

/** What they say over the channel: as tabs do, whether each is still there, and where the window stands. */
export type WindowMessage =
  | Extract<TabMessage, { readonly type: 'picture' | 'picture-wanted' | 'wish' | 'answer' }>
  | { readonly type: 'ping' | 'pong' | 'left' }
  | { readonly type: 'placed'; readonly place: WindowPlace };

/** A window of this org that looks for its phone, or nothing. */
export function readWindowHello(value: unknown, orgId: string): WindowHello | undefined {
  const fields = fieldsOf(value);
  return fields?.type === 'window-here' && fields.orgId === orgId ? { type: 'window-here', orgId } : undefined;
}

/** A phone of this org that answers, or nothing. */
export function readPhoneHello(value: unknown, orgId: string): PhoneHello | undefined {
  const fields = fieldsOf(value);
  const name = textOf(fields?.name);
  const country = textOf(fields?.country);
  if (fields?.type !== 'phone-here' || fields.orgId !== orgId || !name) return undefined;
  return { type: 'phone-here', orgId, name, ...(country ? { country } : {}) };
}

/** What came over the channel, or nothing. */
export function readWindowMessage(value: unknown): WindowMessage | undefined {
  const fields = fieldsOf(value);
  switch (fields?.type) {
    case 'ping':
    case 'pong':
    case 'left':
      return { type: fields.type };
    case 'placed': {
      const place = readPlace(fields.place);
      return place && { type: 'placed', place };
    }
    default: {
      const message = readTabMessage(value);
      return message?.type === 'said' || message?.type === 'heard' ? undefined : message;
    }
  }
}
