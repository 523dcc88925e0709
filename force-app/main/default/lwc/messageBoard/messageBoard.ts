import { LightningElement, wire } from 'lwc';
import { MessageContext, type MessageContextValue } from 'lightning/messageService';
import LANGUAGE from '@salesforce/i18n/lang';
import { fill } from 'c/labelFormat';
import {
  connectPhone,
  longestRepMessage,
  type Addressee,
  type PhoneConnection,
  type PhoneMessage,
  type PhoneRefusal,
  type SentMessage
} from 'c/phoneBridge';
import { everySecond } from 'c/secondHand';
import {
  addresseeOptions,
  draftProblem,
  durationOptions,
  emptyDraft,
  sentDraft,
  type Draft,
  type Option
} from './draft';
import { labels } from './labels';
import { sentRows, type SentRow } from './sentRows';

type Problem = { readonly words: string; readonly detail?: string };

/** Milliseconds; a phone that has not done it by then does not answer. */
const patience = 8_000;

/** Where supervisors write to reps. There is nothing here for whom the phone system does not count as one, or where it keeps no messages. */
export default class MessageBoard extends LightningElement {
  label = labels;
  lastsOptions = durationOptions(LANGUAGE);
  sent?: readonly SentMessage[];
  addressees: readonly Addressee[] = [];
  draft: Draft = emptyDraft;
  problem?: Problem;
  doneText = '';
  openId?: string;
  /** When each was asked to be withdrawn, by message. */
  leaving: ReadonlyMap<string, number> = new Map();
  /** When the draft was sent, until it is there. */
  askedAt?: number;

  /** Of the draft as it is: the same is sent once, however often it is asked. */
  #requestId?: string;
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
      if (this.askedAt !== undefined && now - this.askedAt > patience) this.refuse({ words: labels.silent });
      for (const [messageId, at] of this.leaving)
        if (now - at > patience) this.stay(messageId, { words: labels.quiet });
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

  get isShown(): boolean {
    return this.sent !== undefined;
  }

  get toOptions(): readonly Option[] {
    return addresseeOptions(this.addressees);
  }

  get countText(): string {
    return fill(labels.count, this.draft.text.trim().length, longestRepMessage);
  }

  get countClass(): string {
    const isTooLong = this.draft.text.trim().length > longestRepMessage;
    return isTooLong ? 'slds-text-body_small slds-text-color_error' : 'slds-text-body_small slds-text-color_weak';
  }

  get isSendOff(): 'true' | 'false' {
    return this.askedAt === undefined ? 'false' : 'true';
  }

  get rows(): readonly SentRow[] {
    return sentRows(this.sent ?? [], this.openId, this.leaving);
  }

  get isEmpty(): boolean {
    return this.rows.length === 0;
  }

  handleTo(event: CustomEvent<{ value: string }>): void {
    this.change({ to: event.detail.value });
  }

  handleText(event: CustomEvent<{ value: string }>): void {
    this.change({ text: event.detail.value });
  }

  handleLasts(event: CustomEvent<{ value: string }>): void {
    this.change({ lasts: event.detail.value });
  }

  handleImportant(event: CustomEvent<{ checked: boolean }>): void {
    this.change({ isImportant: event.detail.checked });
  }

  handleSend(): void {
    if (this.askedAt !== undefined) return;
    this.doneText = '';
    const words = draftProblem(this.draft);
    this.problem = words === undefined ? undefined : { words };
    if (this.problem) return;
    this.askedAt = Date.now();
    this.#requestId ??= `${Date.now()}-${Math.random().toString(36).slice(2)}`;
    this.#phone?.send({ type: 'send-message', body: sentDraft(this.draft, this.#requestId) });
  }

  handleWho(event: Event): void {
    const { messageId } = (event.currentTarget as HTMLElement).dataset;
    this.openId = messageId === this.openId ? undefined : messageId;
  }

  handleWithdraw(event: Event): void {
    const { messageId = '' } = (event.currentTarget as HTMLElement).dataset;
    if (this.leaving.has(messageId)) return;
    this.problem = undefined;
    this.leaving = new Map([...this.leaving, [messageId, Date.now()]]);
    this.#phone?.send({ type: 'withdraw-message', body: { messageId } });
  }

  private hear(message: PhoneMessage): void {
    if (message.type === 'sent-messages') this.show(message.body);
    else if (message.type === 'session' && message.body.session.state === 'signed-out') this.sent = undefined;
    else if (message.type === 'refused') this.hearRefusal(message.body.refusal);
  }

  private show({ sent, addressees }: { sent: readonly SentMessage[]; addressees: readonly Addressee[] }): void {
    const isThere = (id?: string): boolean => sent.some(({ messageId }) => messageId === id);
    const focused = (this.template?.activeElement as HTMLElement | null | undefined)?.dataset.messageId;
    this.#isFocusLost = focused !== undefined && !isThere(focused);
    [this.sent, this.addressees] = [sent, addressees];
    this.leaving = new Map([...this.leaving].filter(([messageId]) => isThere(messageId)));
    // Also after the supervisor gave up waiting: it is sent, and must not be sent again.
    if (this.#requestId === undefined || !sent.some(({ requestId }) => requestId === this.#requestId)) return;
    this.#requestId = this.askedAt = this.problem = undefined;
    this.draft = { ...this.draft, text: '', isImportant: false };
    this.doneText = labels.sent;
  }

  private hearRefusal({ asked, subject, reason, detail }: PhoneRefusal): void {
    if (asked === 'send-message' && subject === this.#requestId) {
      this.refuse({ words: wordsOf(reason, labels.nobody), ...(reason === 'failed' && detail ? { detail } : {}) });
    } else if (asked === 'withdraw-message' && this.leaving.has(subject)) {
      if (reason === 'gone') this.sent = this.sent?.filter(({ messageId }) => messageId !== subject);
      this.stay(subject, reason === 'gone' ? undefined : { words: wordsOf(reason, '') });
    }
  }

  private change(change: Partial<Draft>): void {
    this.draft = { ...this.draft, ...change };
    [this.problem, this.doneText] = [undefined, ''];
    // What is on its way goes on; what is written from now on is another message.
    if (this.askedAt === undefined) this.#requestId = undefined;
  }

  private refuse(problem: Problem): void {
    this.askedAt = undefined;
    this.problem = problem;
  }

  private stay(messageId: string, problem?: Problem): void {
    this.leaving = new Map([...this.leaving].filter(([leaving]) => leaving !== messageId));
    this.problem = problem;
  }
}

function wordsOf(reason: PhoneRefusal['reason'], gone: string): string {
  const words: Readonly<Record<PhoneRefusal['reason'], string>> = {
    ...{ gone, busy: labels.full, 'not-allowed': labels.notAllowed },
    ...{ 'not-connected': labels.quiet, failed: labels.failed }
  };
  return words[reason];
}
