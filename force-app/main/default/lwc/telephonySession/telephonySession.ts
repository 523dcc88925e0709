import { LightningElement, wire } from 'lwc';
import { MessageContext, type MessageContextValue } from 'lightning/messageService';
import { EnclosingUtilityId } from 'lightning/platformUtilityBarApi';
import { getObjectInfo, type ObjectInfo } from 'lightning/uiObjectInfoApi';
import LOCALE from '@salesforce/i18n/locale';
import TIME_ZONE from '@salesforce/i18n/timeZone';
import TASK from '@salesforce/schema/Task';
import { labelUtility, titlePanel } from 'c/phoneUtility';
import { clockText, everySecond } from 'c/secondHand';
import { fill } from 'c/labelFormat';
import { isVendors, problemsIn, type ProblemKind } from './facts';
import { labels } from './labels';
import { openPhoneLine, type PhoneLine, type PhoneNews } from './phoneLine';
import { problemWords, type ProblemWords } from './problemWords';
import { checkReadiness, type Readiness } from './readiness';
import { actionWords, badgeClass, stateWords } from './sessionWords';
import { actionsIn, isSignedIn, secondsLeft, stateOf, type SessionAction, type SessionState } from './sessionView';
import { closedFields } from './taskFields';

/** Who I am signed in to the phone as and for how long, and the way out of what keeps the phone from working. */
export default class TelephonySession extends LightningElement {
  label = labels;
  news: PhoneNews = { isSilent: false };
  readiness: Readiness = { isChecked: false };
  now = Date.now();
  isOnline = navigator.onLine;
  closedFields?: readonly string[];
  objectApiName: string | undefined = TASK.objectApiName;
  utilityId?: string;
  #shownInUtility?: string;
  #line?: PhoneLine;
  #stopClock?: () => void;
  #onLine = (): void => {
    this.isOnline = navigator.onLine;
    if (!this.isOnline) return;
    if (this.news.failure?.kind === 'offline') this.#line?.forgetFailure();
    this.#line?.ask('hello');
    if (this.readiness.errors) void this.check();
  };

  @wire(MessageContext)
  connect(context: MessageContextValue | undefined): void {
    if (!context || this.#line) return;
    this.#line = openPhoneLine(context, (news) => {
      this.news = news;
    });
  }

  @wire(EnclosingUtilityId)
  useUtility(id: string | undefined): void {
    this.utilityId = typeof id === 'string' ? id : undefined;
    titlePanel(this.utilityId, labels.title);
    this.showInUtility();
  }

  @wire(getObjectInfo, { objectApiName: '$objectApiName' })
  useObjectInfo({ data }: { data?: ObjectInfo }): void {
    // Without an answer nothing is known; the log itself will say what is closed.
    if (data) this.closedFields = closedFields(data);
  }

  connectedCallback(): void {
    this.#stopClock = everySecond((now) => {
      this.now = now;
      this.#line?.passTime();
    });
    window.addEventListener('online', this.#onLine);
    window.addEventListener('offline', this.#onLine);
    void this.check();
  }

  disconnectedCallback(): void {
    this.#stopClock?.();
    this.#line?.close();
    this.#line = undefined;
    window.removeEventListener('online', this.#onLine);
    window.removeEventListener('offline', this.#onLine);
  }

  renderedCallback(): void {
    this.showInUtility();
  }

  /** Not before it is known whose page is the phone: the phone system's own never answers here. */
  get isSilent(): boolean {
    return this.news.isSilent && this.readiness.org !== undefined;
  }

  get isVendors(): boolean {
    return isVendors(this.readiness.org);
  }

  get state(): SessionState {
    return this.isVendors ? 'vendor' : stateOf(this.news.session, this.isSilent, this.now);
  }

  get stateText(): string {
    return stateWords[this.state];
  }

  get badgeClass(): string {
    return badgeClass(this.state);
  }

  get isSignedIn(): boolean {
    return isSignedIn(this.state);
  }

  /** What a rep may choose is for a phone page of ours. */
  get hasPreferences(): boolean {
    return this.readiness.isChecked && !this.isVendors;
  }

  /** On Open CTI the softphone shows them. */
  get hasPlaces(): boolean {
    return this.isSignedIn && !this.isVendors && this.news.session?.bridge === 'voice';
  }

  get vendorPlace(): string {
    const { phoneName } = this.readiness;
    return phoneName === undefined ? labels.vendorElsewhere : fill(labels.vendorHere, phoneName);
  }

  get agentName(): string {
    return this.news.session?.agentName ?? this.news.session?.userName ?? '';
  }

  get userName(): string | undefined {
    const { agentName, userName } = this.news.session ?? {};
    return userName === agentName ? undefined : userName;
  }

  get timeLeft(): string | undefined {
    const seconds = secondsLeft(this.news.session, this.now);
    return seconds === undefined ? undefined : clockText(seconds);
  }

  /** Names the time and not what is left, so that it is announced once and not every second. */
  get warning(): string | undefined {
    const expiresAt = this.news.session?.expiresAt;
    if (this.state !== 'expiring' || !expiresAt) return undefined;
    const time = new Intl.DateTimeFormat(LOCALE, { timeStyle: 'short', timeZone: TIME_ZONE });
    return fill(labels.endsAt, time.format(new Date(expiresAt)));
  }

  /** Known by their place: the main button stays the same element, and keeps the focus, when what it does changes. */
  get actions(): readonly { place: number; name: SessionAction; label: string; variant: string }[] {
    return actionsIn(this.state).map((name, place) => ({
      place,
      name,
      label: actionWords[name],
      variant: place === 0 && name !== 'sign-out' ? 'brand' : 'neutral'
    }));
  }

  get problems(): readonly ProblemWords[] {
    const { isOnline, isSilent, closedFields: closed } = this;
    const { org, isInCallCenter, phoneName } = this.readiness;
    const facts = { isOnline, isSilent, org, isInCallCenter, closedFields: closed, failure: this.news.failure };
    return problemsIn(facts).map((problem) => problemWords(problem, phoneName));
  }

  async check(): Promise<void> {
    this.readiness = { ...this.readiness, errors: undefined };
    this.readiness = await checkReadiness(this.readiness);
  }

  showInUtility(): void {
    const label = fill(labels.utility, this.stateText);
    const highlighted = this.state === 'expiring' || this.problems.length > 0;
    const shown = `${label} ${highlighted}`;
    if (this.utilityId === undefined || shown === this.#shownInUtility) return;
    this.#shownInUtility = shown;
    labelUtility(this.utilityId, { label, highlighted });
  }

  handleAction(event: Event): void {
    const name = (event.target as HTMLElement).dataset.name as SessionAction;
    this.#line?.ask(name === 'sign-in' || name === 'stay' ? 'sign-in' : 'sign-out');
  }

  handleCheck(): void {
    void this.check();
  }

  handleTryAgain(event: Event): void {
    const kind = (event.target as HTMLElement).dataset.kind as ProblemKind;
    this.#line?.forgetFailure();
    this.template?.querySelector<HTMLElement>('[data-id="state"]')?.focus();
    const isOfSalesforce = kind === 'not-in-call-center' || kind === 'not-configured' || kind === 'field-access';
    if (!isOfSalesforce) this.#line?.ask(kind === 'silent' || kind === 'offline' ? 'hello' : 'sign-in');
    this.isOnline = navigator.onLine;
    this.objectApiName = undefined;
    void this.checkAgain();
  }

  async checkAgain(): Promise<void> {
    await this.check();
    // A wire asks anew when what it asks for changes.
    this.objectApiName = TASK.objectApiName;
  }
}
