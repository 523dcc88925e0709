import { type FromPhone, type ToPhone } from '../../core/phone-message/phone-message';
import { type PhoneRefusal } from '../../core/phone-message/session';
import { type PhoneError } from '../phone/phone';

const reasons: Partial<Record<PhoneError['code'], PhoneRefusal['reason']>> = {
  'not-supported': 'not-allowed',
  'not-authorised': 'not-allowed',
  busy: 'busy',
  'unknown-call': 'gone',
  'wrong-state': 'gone',
  'invalid-presence': 'gone',
  'not-connected': 'not-connected'
};

/** Tells whoever asked that the phone system would not; undefined of what nobody waits for. */
export function refusalMessage(message: ToPhone, error: PhoneError): FromPhone | undefined {
  const given = askedFor(message);
  if (given === undefined) return undefined;
  return {
    type: 'refused',
    body: { refusal: { ...given, reason: reasons[error.code] ?? 'failed', detail: error.message } }
  };
}

function askedFor(message: ToPhone): Pick<PhoneRefusal, 'asked' | 'subject'> | undefined {
  switch (message.type) {
    case 'dial':
      return { asked: message.type, subject: message.body.number };
    case 'set-presence':
      return { asked: message.type, subject: message.body.status };
    case 'supervise':
      return { asked: message.type, subject: message.body.callId };
    default:
      return undefined;
  }
}
