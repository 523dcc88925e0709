import type { WrapUp } from 'c/callLog';
import type { Interaction } from 'c/phoneBridge';
import { formatPhoneNumber, parsePhoneNumber } from 'c/phoneNumbers';

/** How long it has lasted since it was answered, to the second while the phone is heard; holding counts. */
export function secondsOf({ interaction, heardAt }: WrapUp, now: number): number {
  const { talkSeconds, holdSeconds, state } = interaction;
  const isRunning = heardAt !== undefined && (state === 'active' || state === 'held');
  return talkSeconds + holdSeconds + (isRunning ? Math.max(0, Math.floor((now - heardAt) / 1000)) : 0);
}

/** The number of the other side; undefined for an interaction that has none. */
export function otherNumber({ direction, from, to }: Interaction): string | undefined {
  return direction === 'outbound' ? to : from;
}

/** The number as a person in the country reads it: national at home, international from elsewhere; anything else as it came. */
export function showNumber(text: string, country?: string): string {
  return formatPhoneNumber(parsePhoneNumber(text, { country }), 'national', { country });
}

/** Whether a phone can dial it. */
export function isDiallable(text: string, country?: string): boolean {
  return parsePhoneNumber(text, { country }).kind !== 'unreadable';
}

/** The icon of a channel as base components name it. */
export function channelIcon(channel: Interaction['channel']): string {
  const icons = {
    phone: 'utility:call',
    chat: 'utility:chat',
    voicemail: 'utility:voicemail_drop',
    sms: 'utility:sms'
  };
  return icons[channel];
}
