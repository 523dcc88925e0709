import { api, LightningElement, wire } from 'lwc';
import { MessageContext, type MessageContextValue } from 'lightning/messageService';
import { EnclosingUtilityId } from 'lightning/platformUtilityBarApi';
import { readOrgSettings } from 'c/orgSettings';
import {
  connectPhone,
  presenceText,
  type PhoneConnection,
  type PhoneMessage,
  type Presence,
  type QueueStatus as Queue
} from 'c/phoneBridge';
import { labelUtility, titlePanel } from 'c/phoneUtility';
import { ageInSeconds, clockText, everySecond, liveSeconds, type Heard } from 'c/secondHand';
import { fill } from 'c/labelFormat';
import { presenceRows, queueRows, type PresenceRow, type QueueRow } from './queueView';
import age from '@salesforce/label/c.QueueStatusAge';
import agents from '@salesforce/label/c.QueueStatusAgents';
import agentsOf from '@salesforce/label/c.QueueStatusAgentsOf';
import live from '@salesforce/label/c.QueueStatusLive';
import longestWait from '@salesforce/label/c.QueueStatusLongestWait';
import mine from '@salesforce/label/c.QueueStatusMine';
import name from '@salesforce/label/c.QueueStatusName';
import nobody from '@salesforce/label/c.QueueStatusNobody';
import none from '@salesforce/label/c.QueueStatusNone';
import noPhone from '@salesforce/label/c.QueueStatusNoPhone';
import others from '@salesforce/label/c.QueueStatusOthers';
import queue from '@salesforce/label/c.QueueStatusQueue';
import since from '@salesforce/label/c.QueueStatusSince';
import status from '@salesforce/label/c.QueueStatusStatus';
import title from '@salesforce/label/c.QueueStatusTitle';
import vendor from '@salesforce/label/c.QueueStatusVendor';
import waiting from '@salesforce/label/c.QueueStatusWaiting';

type Agents = { readonly mine: Presence; readonly others: readonly Presence[] };

/** Queues, who waits in them and how long, my presence and others': as the phone tells it, with its age when it is not live. */
export default class QueueStatus extends LightningElement {
  /** Beside a list of agents: only the queues. */
  @api isBesideAgents = false;

  label = { agents, longestWait, mine, name, nobody, none, others, queue, since, status, title, waiting };
  queues?: Heard<readonly Queue[]>;
  agents?: Heard<Agents>;
  now = Date.now();
  isVendors = false;
  #connection?: PhoneConnection;
  #stopClock?: () => void;

  @wire(MessageContext)
  connect(context: MessageContextValue | undefined): void {
    if (!context || this.#connection) return;
    this.#connection = connectPhone(context, (message) => this.hear(message));
  }

  @wire(EnclosingUtilityId)
  nameUtility(id?: string): void {
    if (this.isBesideAgents) return;
    labelUtility(id, { label: title });
    titlePanel(id, title);
  }

  connectedCallback(): void {
    this.#stopClock = everySecond((now) => {
      this.now = now;
    });
    void this.readOrg();
  }

  disconnectedCallback(): void {
    this.#stopClock?.();
    this.#connection?.close();
    this.#connection = undefined;
  }

  get queueRows(): readonly QueueRow[] {
    const text = (free: number, total: number): string => fill(agentsOf, free, total);
    return this.queues ? queueRows(this.queues, this.now, text) : [];
  }

  get hasQueues(): boolean {
    return this.queueRows.length > 0;
  }

  get isWaitingForPhone(): boolean {
    return !this.queues && !this.agents;
  }

  /** Where the phone is the phone system's own page, no queue will ever show here. */
  get noPhoneText(): string {
    return this.isVendors ? vendor : noPhone;
  }

  get isInNoQueue(): boolean {
    return this.queues !== undefined && !this.hasQueues;
  }

  get myPresence(): PresenceRow | undefined {
    return this.rowsOf(this.agents && [this.agents.said.mine])[0];
  }

  get colleagues(): readonly PresenceRow[] {
    return this.rowsOf(this.agents?.said.others);
  }

  get hasNoColleagues(): boolean {
    return this.colleagues.length === 0;
  }

  get hasAgents(): boolean {
    return this.agents !== undefined && !this.isBesideAgents;
  }

  get shownPresence(): PresenceRow | undefined {
    return this.isBesideAgents ? undefined : this.myPresence;
  }

  /** The monitor has room around it already, and its two columns begin at one height. */
  get frameClass(): string {
    return this.isBesideAgents ? '' : 'slds-p-around_small';
  }

  /** Beside agents the monitor says once for both how old the news are. */
  get isAgeShown(): boolean {
    return !this.isBesideAgents;
  }

  get isLive(): boolean {
    return this.ageInSeconds <= liveSeconds;
  }

  get ageText(): string {
    return this.isLive ? live : fill(age, clockText(this.ageInSeconds));
  }

  get ageClass(): string {
    return this.isLive ? 'slds-badge slds-theme_success' : 'slds-badge slds-theme_warning';
  }

  /** Of the older of the two news that the phone tells. */
  get ageInSeconds(): number {
    return Math.max(
      0,
      ...[this.queues, this.agents].flatMap((heard) => (heard ? [ageInSeconds(heard, this.now)] : []))
    );
  }

  async readOrg(): Promise<void> {
    try {
      this.isVendors = (await readOrgSettings()).popsAndLogs === 'vendor';
    } catch {
      // The session's panel says that the org could not be asked; queues need nothing of it.
    }
  }

  hear(message: PhoneMessage): void {
    const heardAt = Date.now();
    if (message.type === 'queues') {
      const { queues, at } = message.body;
      this.queues = { said: queues, at, heardAt };
    } else if (message.type === 'presence') {
      const { mine: my, others: their, at } = message.body;
      this.agents = { said: { mine: my, others: their }, at, heardAt };
    } else return;
    this.now = heardAt;
  }

  rowsOf(presences: readonly Presence[] | undefined): readonly PresenceRow[] {
    if (!presences || !this.agents) return [];
    const { at, heardAt } = this.agents;
    return presenceRows({ said: presences, at, heardAt }, this.now, presenceText);
  }
}
