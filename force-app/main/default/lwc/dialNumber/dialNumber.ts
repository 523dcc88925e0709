import { LightningElement, api, wire } from 'lwc';
import { MessageContext, type MessageContextValue } from 'lightning/messageService';
import call from '@salesforce/label/c.DialNumberCall';
import { fill } from 'c/labelFormat';
import { tellPhone } from 'c/phoneBridge';

/** Milliseconds in which a second click is the same one. */
const sameClick = 2_000;

/**
 * A number that is dialled with a click. It asks the phone's page by message, which looks whether the number may be called; Salesforce's
 * `lightning-click-to-dial` works on record pages alone.
 */
export default class DialNumber extends LightningElement {
  /** As it is dialled. */
  @api number = '';
  /** As it is read; the number itself unless it says otherwise. */
  @api shown?: string;
  /** Whom it belongs to, where that is known: they may not want to be called. */
  @api recordId?: string;

  @wire(MessageContext)
  context?: MessageContextValue;

  #clickedAt = -sameClick;

  get words(): string {
    return this.shown ?? this.number;
  }

  get spoken(): string {
    return fill(call, this.words);
  }

  handleClick(event: MouseEvent): void {
    if (!this.context || event.timeStamp - this.#clickedAt < sameClick) return;
    this.#clickedAt = event.timeStamp;
    const { number, recordId } = this;
    tellPhone(this.context, { type: 'dial', body: { number, ...(recordId ? { recordId } : {}) } });
  }
}
