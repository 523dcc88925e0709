import { LightningElement, wire } from 'lwc';
import { MessageContext, type MessageContextValue } from 'lightning/messageService';
import { fill } from 'c/labelFormat';
import { connectPhone, type PhoneConnection, type PhoneMessage, type Place } from 'c/phoneBridge';
import { everySecond } from 'c/secondHand';
import { labels } from './labels';
import { others, placeRows, type PlaceRow } from './placeRows';

/** What the phone page was asked: where I am logged in, after it ended one place or none. */
type Wish = { readonly end?: string; readonly askedAt: number };

/** A phone page gives its service ten seconds; one that says nothing for longer is not there. */
const patience = 12_000;

/** Where I am logged in to the phone, closed until I open it, with a way to log out in each other place. */
export default class PhonePlaces extends LightningElement {
  label = labels;
  isOpen = false;
  places?: readonly Place[];
  wish?: Wish;
  failed?: Wish;
  #context?: MessageContextValue;
  #isConnected = false;
  #phone?: PhoneConnection;
  #stopClock?: () => void;

  @wire(MessageContext)
  connect(context: MessageContextValue | undefined): void {
    this.#context = context;
    this.listen();
  }

  connectedCallback(): void {
    this.#isConnected = true;
    this.#stopClock = everySecond(() => this.passTime());
    this.listen();
  }

  disconnectedCallback(): void {
    this.#isConnected = false;
    this.#stopClock?.();
    this.#phone?.close();
    this.#phone = undefined;
  }

  get expanded(): string {
    return String(this.isOpen);
  }

  get isBusy(): boolean {
    return this.wish !== undefined;
  }

  get found(): string {
    const { places, wish } = this;
    if (wish?.end !== undefined) return labels.loggingOut;
    if (places === undefined) return wish ? labels.asking : '';
    const count = others(places).length;
    return count === 0 ? labels.nowhereElse : fill(labels.elsewhere, count);
  }

  get rows(): readonly PlaceRow[] {
    return placeRows(this.places ?? [], this.wish?.end);
  }

  /** The panel shows its words only with an error. */
  get errors(): unknown {
    return this.failed && [this.failedText];
  }

  get failedText(): string {
    return this.failed?.end === undefined ? labels.unanswered : labels.notLoggedOut;
  }

  handleToggle(): void {
    this.isOpen = !this.isOpen;
    this.places = undefined;
    this.wish = undefined;
    this.failed = undefined;
    if (this.isOpen) this.ask();
  }

  handleLogOut(event: Event): void {
    const { place } = (event.target as HTMLElement).dataset;
    // The button may go with its place, and the focus with it.
    this.template?.querySelector<HTMLElement>('[data-id="found"]')?.focus();
    this.ask(place);
  }

  handleTryAgain(): void {
    this.template?.querySelector<HTMLElement>('[data-id="found"]')?.focus();
    this.ask(this.failed?.end);
  }

  ask(end?: string): void {
    this.failed = undefined;
    this.wish = { ...(end === undefined ? {} : { end }), askedAt: performance.now() };
    this.#phone?.send({ type: 'places-wanted', body: end === undefined ? {} : { end } });
  }

  passTime(): void {
    if (this.wish && performance.now() - this.wish.askedAt >= patience) this.fail();
  }

  fail(): void {
    this.failed = this.wish;
    this.wish = undefined;
  }

  listen(): void {
    if (!this.#context || !this.#isConnected || this.#phone) return;
    this.#phone = connectPhone(this.#context, (message) => this.hear(message));
  }

  /** Another component may have asked: what is said is so, and only an answer to mine ends my waiting. */
  hear(message: PhoneMessage): void {
    if (message.type !== 'places' || !this.isOpen) return;
    const { places } = message.body;
    if (places === undefined) {
      if (this.wish) this.fail();
      return;
    }
    this.places = places;
    const isStillThere = places.some(({ placeId }) => placeId === this.wish?.end);
    if (!isStillThere) this.wish = undefined;
  }
}
