import { parsePhoneMessage } from '../../core/phone-message/parse-phone-message';
import { isFromPhone, type FromPhone } from '../../core/phone-message/phone-message';
import { askComponents } from '../phone-page/ask-components';
import { type Timers } from '../phone-page/timers';
import { PhoneError } from '../phone/phone';

/** Lets the components of this tab judge a number that stood on a record, before the phone calls it. */
export type DialCheck = {
  /** Rejects with what the rep is told when it may not be called, or when nobody of those who could say did. */
  readonly mayDial: (contact: ClickedContact) => Promise<void>;
  /** Whatever Salesforce handed over from components. */
  readonly hear: (message: unknown) => void;
};

/** A contact that Salesforce wants to be called; a number that was clicked comes with its record. */
export type ClickedContact = { readonly phoneNumber?: string | null; readonly recordId?: string | null };

export type DialCheckOptions = {
  readonly timers: Timers;
  readonly say: (message: FromPhone) => void;
  /** What Salesforce shows the rep. */
  readonly failure: (label: string, words: string) => Error;
};

/** Makes of a refusal what a component that wanted the number dialled hears of. */
export function refusedToComponent(refusal: unknown): never {
  throw new PhoneError('not-authorised', 'The number may not be called, or nobody could check it.', { cause: refusal });
}

/** Asks as the softphone does. A number without a record was typed by the rep, who knows whom they call. */
export function openDialCheck({ timers, say, failure }: DialCheckOptions): DialCheck {
  const questions = askComponents(timers, say);
  return {
    mayDial: async ({ phoneNumber, recordId }) => {
      if (!phoneNumber || !recordId) return;
      const permission = await questions.mayDial({ number: phoneNumber, recordId });
      switch (permission) {
        case 'refused':
          throw failure('VoiceDoNotCall', 'The number may not be called.');
        case 'silent':
          throw failure('VoiceDialUnchecked', 'Nobody could check whether the number may be called.');
        case 'allowed':
        case 'nobody':
          return;
        default:
          return permission satisfies never;
      }
    },
    hear: (value) => {
      const message = parsePhoneMessage(value);
      if (message === undefined || isFromPhone(message)) return;
      questions.spoke(message);
      if (message.type === 'dial-answer') questions.answered(message.body);
    }
  };
}
