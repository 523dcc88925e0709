import { LightningElement, wire } from 'lwc';
import { MessageContext, type MessageContextValue } from 'lightning/messageService';
import { EnclosingUtilityId } from 'lightning/platformUtilityBarApi';
import { fill } from 'c/labelFormat';
import { readOrgSettings } from 'c/orgSettings';
import {
  connectPhone,
  presenceLabels,
  type PhoneConnection,
  type PhoneMessage,
  type Presence,
  type SupervisorAction
} from 'c/phoneBridge';
import { labelUtility, titlePanel } from 'c/phoneUtility';
import { ageInSeconds, clockText, everySecond, liveSeconds, type Heard } from 'c/secondHand';
import { isShownNoCalls, type Choice } from './agentRows';
import { labels } from './labels';
import { isDone, patience, type Problem, type Request } from './request';
import { shownRows, type ShownRow } from './shownRows';

type Option = { readonly label: string; readonly value: string };
const problemWords: Readonly<Record<Problem, string>> = {
  ...{ 'not-allowed': labels.notAllowed, busy: labels.busy, gone: labels.gone },
  ...{ 'not-connected': labels.silent, failed: labels.failed, silent: labels.silent }
};

/** What each agent is doing now and with whom they talk, with the queues beside it; and for supervisors, a way to listen. */
export default class AgentMonitor extends LightningElement {
  label = labels;
  agents?: Heard<readonly Presence[]>;
  queues?: Heard<undefined>;
  now = Date.now();
  choice: Choice = { text: '', show: 'everybody', sort: 'call' };
  isVendors = false;
  request?: Request;
  problem?: { readonly kind: Problem; readonly detail?: string };
  #connection?: PhoneConnection;
  #stopClock?: () => void;

  @wire(MessageContext)
  connect(context: MessageContextValue | undefined): void {
    if (!context || this.#connection) return;
    this.#connection = connectPhone(context, (message) => this.hear(message));
  }

  @wire(EnclosingUtilityId)
  nameUtility(id?: string): void {
    labelUtility(id, { label: labels.title });
    titlePanel(id, labels.title);
  }

  connectedCallback(): void {
    this.#stopClock = everySecond((now) => {
      this.now = now;
      if (this.request && now - this.request.at > patience) this.settle({ kind: 'silent' });
    });
    void this.readOrg();
  }

  disconnectedCallback(): void {
    this.#stopClock?.();
    this.#connection?.close();
    this.#connection = undefined;
  }

  get noPhoneText(): string {
    return this.isVendors ? labels.vendor : labels.noPhone;
  }

  get isWaitingForPhone(): boolean {
    return this.agents === undefined;
  }

  get hasNoColleagues(): boolean {
    return this.agents?.said.length === 0;
  }

  get isEmptyChoice(): boolean {
    return !this.hasNoColleagues && this.rows.length === 0;
  }

  get isShownNoCalls(): boolean {
    return this.agents !== undefined && isShownNoCalls(this.agents.said);
  }

  get rows(): readonly ShownRow[] {
    return this.agents ? shownRows(this.agents, this.choice, this.now, this.request) : [];
  }

  get shownText(): string {
    return fill(labels.shown, this.rows.length, this.agents?.said.length ?? 0);
  }

  get showOptions(): readonly Option[] {
    const { available, busy, break: onBreak, offline } = presenceLabels;
    return [
      { value: 'everybody', label: labels.everybody },
      { value: 'talking', label: labels.talking },
      { value: 'available', label: available },
      { value: 'busy', label: busy },
      { value: 'break', label: onBreak },
      { value: 'offline', label: offline }
    ];
  }

  get sortOptions(): readonly Option[] {
    return [
      { value: 'call', label: labels.byCall },
      { value: 'status', label: labels.byStatus },
      { value: 'name', label: labels.byName }
    ];
  }

  get ageText(): string {
    return this.isLive ? labels.live : fill(labels.age, clockText(this.ageInSeconds));
  }

  get ageClass(): string {
    return this.isLive ? 'slds-badge slds-theme_success' : 'slds-badge slds-theme_warning';
  }

  get isLive(): boolean {
    return this.ageInSeconds <= liveSeconds;
  }

  /** Of the older of the two news that the phone tells: agents, and the queues beside them. */
  get ageInSeconds(): number {
    return Math.max(
      0,
      ...[this.queues, this.agents].flatMap((heard) => (heard ? [ageInSeconds(heard, this.now)] : []))
    );
  }

  get problemText(): string | undefined {
    return this.problem && problemWords[this.problem.kind];
  }

  async readOrg(): Promise<void> {
    try {
      this.isVendors = (await readOrgSettings()).popsAndLogs === 'vendor';
    } catch {
      // The session's panel says that the org could not be asked; who does what needs nothing of it.
    }
  }

  hear(message: PhoneMessage): void {
    if (message.type === 'presence') {
      const { others, at } = message.body;
      this.now = Date.now();
      this.agents = { said: others, at, heardAt: this.now };
      if (this.request && isDone(this.request, others)) this.settle();
    } else if (message.type === 'queues') {
      this.queues = { said: undefined, at: message.body.at, heardAt: Date.now() };
    } else if (message.type === 'refused') {
      const { asked, subject, reason, detail } = message.body.refusal;
      if (asked === 'supervise' && subject === this.request?.callId) this.settle({ kind: reason, detail });
    }
  }

  settle(problem?: { readonly kind: Problem; readonly detail?: string }): void {
    this.request = undefined;
    this.problem = problem;
  }

  handleFind(event: CustomEvent<{ value: string }>): void {
    this.choice = { ...this.choice, text: event.detail.value };
  }

  handleShow(event: CustomEvent<{ value: Choice['show'] }>): void {
    this.choice = { ...this.choice, show: event.detail.value };
  }

  handleSort(event: CustomEvent<{ value: Choice['sort'] }>): void {
    this.choice = { ...this.choice, sort: event.detail.value };
  }

  handleAction(event: Event): void {
    const button = event.currentTarget as HTMLElement;
    if (button.getAttribute('aria-disabled') === 'true') return;
    const { callId = '', action } = button.dataset as { callId?: string; action: SupervisorAction };
    this.problem = undefined;
    this.request = { callId, action, at: Date.now() };
    this.#connection?.send({ type: 'supervise', body: { callId, action } });
  }
}
