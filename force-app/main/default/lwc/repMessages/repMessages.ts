import { LightningElement, wire } from 'lwc';
import { MessageContext, type MessageContextValue } from 'lightning/messageService';
import { ShowToastEvent } from 'lightning/platformShowToastEvent';
import LOCALE from '@salesforce/i18n/locale';
import TIME_ZONE from '@salesforce/i18n/timeZone';
import USER_ID from '@salesforce/user/Id';
import { fill, shorten } from 'c/labelFormat';
import { connectPhone, type PhoneConnection, type PhoneMessage, type RepMessage } from 'c/phoneBridge';
import { everySecond } from 'c/secondHand';
import { labels } from './labels';
import { toldMessages } from './toldMessages';

type Row = RepMessage & {
  readonly fromText: string;
  readonly time: string;
  readonly untilText?: string;
  readonly buttonName: string;
  /** Not `disabled`, which would lose the focus. */
  readonly isOff: 'true' | 'false';
  readonly look: string;
};

/** How much of a message a toast and the name of a button take. */
const [longestToast, longestName] = [250, 60];
/** Milliseconds; a phone that has not taken it by then does not answer. */
const patience = 8_000;

/**
 * What supervisors wrote to this rep, until it is read. The phone system keeps it: here is what it said last. `arrive` tells whoever holds
 * this of a new message, in words to be read aloud.
 */
export default class RepMessages extends LightningElement {
  label = labels;
  messages: readonly RepMessage[] = [];
  hasProblem = false;
  /** When the rep marked what is not gone yet, by message. */
  marked: ReadonlyMap<string, number> = new Map();

  #told = toldMessages(() => window.sessionStorage, USER_ID);
  #phone?: PhoneConnection;
  #stopClock?: () => void;
  #isFocusLost = false;

  @wire(MessageContext)
  connect(context: MessageContextValue | undefined): void {
    if (!context || this.#phone) return;
    this.#phone = connectPhone(context, (message) => this.hear(message));
  }

  connectedCallback(): void {
    this.#stopClock = everySecond((now) => {
      for (const [messageId, at] of this.marked) if (now - at > patience) this.giveUp(messageId);
    });
  }

  disconnectedCallback(): void {
    this.#stopClock?.();
    this.#phone?.close();
    this.#phone = undefined;
  }

  renderedCallback(): void {
    if (!this.#isFocusLost) return;
    this.#isFocusLost = false;
    this.template?.querySelector<HTMLElement>('[data-id="heading"]')?.focus();
  }

  get hasMessages(): boolean {
    return this.messages.length > 0;
  }

  get rows(): readonly Row[] {
    return [...this.messages]
      .reverse()
      .sort((one, other) => Number(other.isImportant) - Number(one.isImportant))
      .map((message) => this.rowOf(message));
  }

  handleRead(event: Event): void {
    const { messageId = '' } = (event.currentTarget as HTMLElement).dataset;
    if (this.marked.has(messageId)) return;
    this.hasProblem = false;
    this.marked = new Map([...this.marked, [messageId, Date.now()]]);
    this.#phone?.send({ type: 'mark-message-read', body: { messageId } });
  }

  private hear(message: PhoneMessage): void {
    if (message.type === 'messages') this.show(message.body.messages);
    // Who is signed out of the phone cannot mark anything; all of it comes back with the next sign-in.
    else if (message.type === 'session' && message.body.session.state === 'signed-out') this.keep([]);
    else if (message.type === 'refused' && message.body.refusal.asked === 'mark-message-read') {
      const { subject, reason } = message.body.refusal;
      if (!this.marked.has(subject)) return;
      // What is gone needs nobody to read it, and the phone says so next.
      if (reason === 'gone') this.keep(this.messages.filter(({ messageId }) => messageId !== subject));
      else this.giveUp(subject);
    }
  }

  private show(messages: readonly RepMessage[]): void {
    this.keep(messages);
    const fresh = this.#told.newOf(messages.map(({ messageId }) => messageId));
    for (const message of messages) if (fresh.includes(message.messageId)) this.tell(message);
  }

  private tell({ text, from, isImportant }: RepMessage): void {
    const title = fill(isImportant ? labels.freshImportant : labels.fresh, from);
    const variant = isImportant ? 'warning' : 'info';
    this.dispatchEvent(new ShowToastEvent({ title, message: shorten(text, longestToast), variant }));
    this.dispatchEvent(new CustomEvent('arrive', { detail: `${title}. ${text}` }));
  }

  private keep(messages: readonly RepMessage[]): void {
    const focused = this.template?.activeElement as HTMLElement | null | undefined;
    const isThere = (id?: string): boolean => messages.some(({ messageId }) => messageId === id);
    const ofMessage = focused?.dataset.messageId;
    this.#isFocusLost = ofMessage !== undefined && !isThere(ofMessage);
    this.messages = messages;
    this.marked = new Map([...this.marked].filter(([messageId]) => isThere(messageId)));
  }

  private giveUp(messageId: string): void {
    this.marked = new Map([...this.marked].filter(([marked]) => marked !== messageId));
    this.hasProblem = true;
  }

  private rowOf(message: RepMessage): Row {
    const { messageId, text, from, sentAt, until } = message;
    return {
      ...message,
      fromText: fill(labels.from, from),
      time: timeText(sentAt),
      ...(until === undefined ? {} : { untilText: fill(labels.until, timeText(until)) }),
      buttonName: fill(labels.readOf, shorten(text, longestName)),
      isOff: this.marked.has(messageId) ? 'true' : 'false',
      look: message.isImportant ? 'message important' : 'message'
    };
  }
}

/** The day too: a message may stand for days. */
function timeText(at: string): string {
  const time = new Date(at);
  return new Intl.DateTimeFormat(LOCALE, { dateStyle: 'short', timeStyle: 'short', timeZone: TIME_ZONE }).format(time);
}
