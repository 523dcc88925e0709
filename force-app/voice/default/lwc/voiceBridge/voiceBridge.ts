import { api, LightningElement } from 'lwc';
import {
  APPLICATION_SCOPE,
  createMessageContext,
  publish,
  releaseMessageContext,
  subscribe,
  unsubscribe,
  type MessageContextValue
} from 'lightning/messageService';
import PHONE_CHANNEL from '@salesforce/messageChannel/RingdownPhone__c';
import { isFromPhone, parsePhoneMessage, type PhoneMessage } from 'c/phoneBridge';

/** Components speak before Salesforce has started the connector; it hears the newest of what they said. */
const mostHeldBack = 50;

/**
 * The bridge that Omni-Channel puts between the Voice connector and the message channel (`bridgeComponent` of the vendor info). It has
 * no face. Who speaks is told by the message itself: only the phone says a session, a call, a presence, the queues or a failure, and only
 * components say the rest. So each direction takes what belongs to it, and no echo comes back.
 */
export default class VoiceBridge extends LightningElement {
  #context?: MessageContextValue;
  #subscription?: ReturnType<typeof subscribe>;
  #toConnector?: (message: PhoneMessage) => void;
  #heldBack: PhoneMessage[] = [];

  /** Set by Omni-Channel: gives a message to the connector's `handleMessage`. */
  @api
  get handleMessage(): ((message: PhoneMessage) => void) | undefined {
    return this.#toConnector;
  }
  set handleMessage(give: ((message: PhoneMessage) => void) | undefined) {
    this.#toConnector = give;
    if (give) for (const message of this.#heldBack.splice(0)) give(message);
  }

  /** Called by Omni-Channel with what the connector published as MESSAGE. */
  @api
  publishMessage(value: unknown): void {
    const message = parsePhoneMessage(value);
    if (message && isFromPhone(message) && this.#context) publish(this.#context, PHONE_CHANNEL, message);
  }

  connectedCallback(): void {
    // Not by @wire, which serves only components that are on a page.
    this.#context = createMessageContext();
    this.#subscription = subscribe(this.#context, PHONE_CHANNEL, (value) => this.hear(value), {
      scope: APPLICATION_SCOPE
    });
  }

  disconnectedCallback(): void {
    if (this.#subscription) unsubscribe(this.#subscription);
    if (this.#context) releaseMessageContext(this.#context);
    this.#subscription = undefined;
    this.#context = undefined;
  }

  hear(value: unknown): void {
    const message = parsePhoneMessage(value);
    if (message === undefined || isFromPhone(message)) return;
    if (this.#toConnector) this.#toConnector(message);
    else this.#heldBack = [...this.#heldBack, message].slice(-mostHeldBack);
  }
}
