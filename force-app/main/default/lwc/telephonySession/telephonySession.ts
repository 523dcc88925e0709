import { LightningElement, wire } from 'lwc';
import { MessageContext, type MessageContextValue } from 'lightning/messageService';
import { EnclosingUtilityId, updateUtility } from 'lightning/platformUtilityBarApi';
import { getObjectInfo, type ObjectInfo } from 'lightning/uiObjectInfoApi';
import LOCALE from '@salesforce/i18n/locale';
import TIME_ZONE from '@salesforce/i18n/timeZone';
import TASK from '@salesforce/schema/Task';
import me from '@salesforce/apex/Agents.me';
import currentOrg from '@salesforce/apex/RingdownOrgs.current';
import { keepAgentActivities } from 'c/agentActivities';
import { connectPhone, type PhoneConnection, type PhoneFailure, type PhoneMessage, type Session } from 'c/phoneBridge';
import { clockText, everySecond } from 'c/secondHand';
import { fill } from 'c/labelFormat';
import { isConfigured, isInCallCenter, problemsIn, type ProblemKind } from './facts';
import { labels } from './labels';
import { asked, heard, waited, type Liveness } from './liveness';
import { problemWords, type ProblemWords } from './problemWords';
import { actionWords, badgeClass, stateWords } from './sessionWords';
import { actionsIn, isSignedIn, secondsLeft, stateOf, type SessionAction, type SessionState } from './sessionView';
import { closedFields } from './taskFields';

/** Who I am signed in to the phone as and for how long, and the way out of what keeps the phone from working. */
export default class TelephonySession extends LightningElement {
  label = labels;
  session?: Session;
  failure?: PhoneFailure;
  liveness?: Liveness;
  now = Date.now();
  isOnline = navigator.onLine;
  isInCallCenter?: boolean;
  isConfigured?: boolean;
  closedFields?: readonly string[];
  errors?: readonly unknown[];
  objectApiName: string | undefined = TASK.objectApiName;
  utilityId?: string;
  #shownInUtility?: string;
  #connection?: PhoneConnection;
  #stopClock?: () => void;
  #stopActivities?: () => void;
  #onLine = (): void => {
    this.isOnline = navigator.onLine;
    if (!this.isOnline) return;
    if (this.failure?.kind === 'offline') this.failure = undefined;
    this.ask();
  };

  @wire(MessageContext)
  connect(context: MessageContextValue | undefined): void {
    if (!context || this.#connection) return;
    this.#connection = connectPhone(context, (message) => this.hear(message));
    this.#stopActivities = keepAgentActivities();
    // What phoneBridge remembers says nothing about whether the phone page is still there.
    this.ask();
  }

  @wire(EnclosingUtilityId)
  useUtility(id: string | undefined): void {
    this.utilityId = typeof id === 'string' ? id : undefined;
    this.showInUtility();
  }

  @wire(getObjectInfo, { objectApiName: '$objectApiName' })
  useObjectInfo({ data }: { data?: ObjectInfo }): void {
    // Without an answer nothing is known; the log itself will say what is closed.
    if (data) this.closedFields = closedFields(data);
  }

  connectedCallback(): void {
    this.#stopClock = everySecond((now) => this.passTime(now));
    window.addEventListener('online', this.#onLine);
    window.addEventListener('offline', this.#onLine);
    void this.check();
  }

  disconnectedCallback(): void {
    this.#stopClock?.();
    this.#stopActivities?.();
    this.#connection?.close();
    this.#connection = undefined;
    window.removeEventListener('online', this.#onLine);
    window.removeEventListener('offline', this.#onLine);
  }

  renderedCallback(): void {
    this.showInUtility();
  }

  get state(): SessionState {
    return stateOf(this.session, this.liveness?.isSilent ?? false, this.now);
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

  get agentName(): string {
    return this.session?.agentName ?? this.session?.userName ?? '';
  }

  get userName(): string | undefined {
    const { agentName, userName } = this.session ?? {};
    return userName === agentName ? undefined : userName;
  }

  get timeLeft(): string | undefined {
    const seconds = secondsLeft(this.session, this.now);
    return seconds === undefined ? undefined : clockText(seconds);
  }

  /** Names the time and not what is left, so that it is announced once and not every second. */
  get warning(): string | undefined {
    if (this.state !== 'expiring' || !this.session?.expiresAt) return undefined;
    const time = new Intl.DateTimeFormat(LOCALE, { timeStyle: 'short', timeZone: TIME_ZONE });
    return fill(labels.endsAt, time.format(new Date(this.session.expiresAt)));
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
    const { isOnline, isInCallCenter: inside, isConfigured: configured, closedFields: closed, failure } = this;
    const isSilent = this.liveness?.isSilent ?? false;
    return problemsIn({
      isOnline,
      isSilent,
      ...(inside === undefined ? {} : { isInCallCenter: inside }),
      ...(configured === undefined ? {} : { isConfigured: configured }),
      ...(closed ? { closedFields: closed } : {}),
      ...(failure ? { failure } : {})
    }).map((problem) => {
      const words = problemWords(problem);
      return words.detail === undefined ? words : { ...words, detail: fill(labels.phoneSaid, words.detail) };
    });
  }

  hear(message: PhoneMessage): void {
    switch (message.type) {
      case 'session':
        this.session = message.body.session;
        if (this.session.state === 'signed-in') this.failure = undefined;
        break;
      case 'failure':
        this.failure = message.body.failure;
        break;
      case 'queues':
      case 'presence':
      case 'interaction':
        break;
      default:
        return;
    }
    this.liveness = this.liveness && heard(this.liveness, performance.now());
  }

  passTime(now: number): void {
    this.now = now;
    const next = this.liveness && waited(this.liveness, performance.now());
    if (next === 'ask') this.ask();
    else this.liveness = next;
  }

  ask(type: 'hello' | 'sign-in' | 'sign-out' = 'hello'): void {
    this.liveness = asked(this.liveness, performance.now());
    this.#connection?.send({ type, body: {} });
  }

  async check(): Promise<void> {
    this.errors = undefined;
    const [agents, org] = await Promise.allSettled([me(), currentOrg()]);
    if (agents.status === 'fulfilled') this.isInCallCenter = isInCallCenter(agents.value);
    if (org.status === 'fulfilled') this.isConfigured = isConfigured(org.value);
    const failed = [agents, org].flatMap((each) => (each.status === 'rejected' ? [each.reason as unknown] : []));
    this.errors = failed.length > 0 ? failed : undefined;
  }

  showInUtility(): void {
    const label = fill(labels.utility, this.stateText);
    const highlighted = this.state === 'expiring' || this.problems.length > 0;
    const shown = `${label} ${highlighted}`;
    if (this.utilityId === undefined || shown === this.#shownInUtility) return;
    this.#shownInUtility = shown;
    // A label that cannot be changed is no reason to say anything.
    updateUtility(this.utilityId, { label, highlighted }).catch(() => undefined);
  }

  handleAction(event: Event): void {
    const name = (event.target as HTMLElement).dataset.name as SessionAction;
    this.ask(name === 'sign-in' || name === 'stay' ? 'sign-in' : 'sign-out');
  }

  handleCheck(): void {
    void this.check();
  }

  handleTryAgain(event: Event): void {
    const kind = (event.target as HTMLElement).dataset.kind as ProblemKind;
    this.failure = undefined;
    this.template?.querySelector<HTMLElement>('[data-id="state"]')?.focus();
    const isOurs = kind === 'not-in-call-center' || kind === 'not-configured' || kind === 'field-access';
    if (!isOurs) this.ask(kind === 'silent' || kind === 'offline' ? 'hello' : 'sign-in');
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
