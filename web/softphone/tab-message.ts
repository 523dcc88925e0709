import { parsePhoneMessage } from '../../core/phone-message/parse-phone-message';
import { isFromPhone, type FromPhone, type ToPhone } from '../../core/phone-message/phone-message';
import { fieldsOf, textOf } from '../shared/session-wire/plain-value';
import { type Answer, type Picture, type Wish } from './picture';

/** What the tabs of one rep say to each other: the one that is the phone, and those that show it. */
export type TabMessage =
  | { readonly type: 'picture-wanted' }
  | { readonly type: 'picture'; readonly picture: Picture }
  | { readonly type: 'said'; readonly message: FromPhone }
  | { readonly type: 'heard'; readonly message: ToPhone }
  | { readonly type: 'wish'; readonly id: string; readonly wish: Wish }
  | { readonly type: 'answer'; readonly id: string; readonly answer: Answer };

/**
 * The message in what a tab posted, or nothing. Only pages of this origin can post it; a tab that was opened before the service was
 * renewed may speak an older tongue, and is not understood rather than misunderstood.
 */
export function readTabMessage(value: unknown): TabMessage | undefined {
  const fields = fieldsOf(value);
  const id = textOf(fields?.id);
  switch (fields?.type) {
    case 'picture-wanted':
      return { type: 'picture-wanted' };
    case 'picture':
      return textOf(fieldsOf(fieldsOf(fields.picture)?.login)?.state) === undefined
        ? undefined
        : { type: 'picture', picture: fields.picture as Picture };
    case 'said': {
      const message = parsePhoneMessage(fields.message);
      return message && isFromPhone(message) ? { type: 'said', message } : undefined;
    }
    case 'heard': {
      const message = parsePhoneMessage(fields.message);
      return message && !isFromPhone(message) ? { type: 'heard', message } : undefined;
    }
    case 'wish':
      return id && textOf(fieldsOf(fields.wish)?.type) ? { type: 'wish', id, wish: fields.wish as Wish } : undefined;
    case 'answer':
      return id && typeof fieldsOf(fields.answer)?.ok === 'boolean'
        ? { type: 'answer', id, answer: fields.answer as Answer }
        : undefined;
    default:
      return undefined;
  }
}
