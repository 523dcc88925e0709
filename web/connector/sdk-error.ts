import { PhoneError } from '../phone/phone';
import { ConnectorError } from './connector-sdk';

/** A failure in the few words that the SDK passes on. */
export function sdkErrorOf(error: unknown): unknown {
  if (!(error instanceof PhoneError)) return error;
  switch (error.code) {
    case 'invalid-destination':
      return new ConnectorError('INVALID_DESTINATION', error.message);
    case 'invalid-participant':
      return new ConnectorError('INVALID_PARTICIPANT', error.message);
    case 'invalid-presence':
      return new ConnectorError('INVALID_AGENT_STATUS', error.message);
    default:
      return error;
  }
}
