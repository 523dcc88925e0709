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
  'unknown-message': 'gone',
  'too-many-messages': 'busy',
  'not-connected': 'not-connected'
};

/** Tells whoever asked that the phone system would not; undefined of what nobody waits for. */
export function refusalMessage(message: ToPhone, error: PhoneError): FromPhone | undefined {
  const given = askedFor(message);
  if (given === undefined) return undefined;
  return {
    type: 'refused',
    body: { refusal: { ...given, reason: reasonOf(message, error), detail: error.message } }
  };
}

/** Of a message alone: a number that is wrong is told in the phone system's words. */
function reasonOf({ type }: ToPhone, { code }: PhoneError): PhoneRefusal['reason'] {
  const isToNobody = type === 'send-message' && code === 'invalid-destination';
  return isToNobody ? 'gone' : (reasons[code] ?? 'failed');
}

function askedFor(message: ToPhone): Pick<PhoneRefusal, 'asked' | 'subject'> | undefined {
  switch (message.type) {
    case 'dial':
      return { asked: message.type, subject: message.body.number };
    case 'set-presence':
      return { asked: message.type, subject: message.body.status };
    case 'supervise':
      return { asked: message.type, subject: message.body.callId };
    case 'send-message':
      return { asked: message.type, subject: message.body.requestId };
    case 'withdraw-message':
    case 'mark-message-read':
      return { asked: message.type, subject: message.body.messageId };
    default:
      return undefined;
  }
}
