import { parsePhoneMessage } from '../../core/phone-message/parse-phone-message';
import { isFromPhone, type FromPhone, type ToPhone } from '../../core/phone-message/phone-message';
import { type OpenCti, type Outcome } from './open-cti';

/** The message channel of our package, as this tab of Salesforce has it. */
export type ComponentChannel = {
  readonly say: (message: FromPhone) => void;
  /** Settles when messages of components arrive; says why they do not. */
  readonly opened: Promise<Outcome>;
};

/** Opens the channel. What is none of our messages is not passed on, nor what this or another page of the phone said. */
export function openComponentChannel(
  openCti: OpenCti,
  channelName: string,
  hear: (message: ToPhone) => void
): ComponentChannel {
  const opened = openCti.subscribe(channelName, (value) => {
    const message = parsePhoneMessage(value);
    if (message && !isFromPhone(message)) hear(message);
  });
  return { opened, say: (message) => void openCti.publish(channelName, message) };
}
