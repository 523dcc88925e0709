import { LightningElement, api, wire } from 'lwc';
import { MessageContext, type MessageContextValue } from 'lightning/messageService';
import { NavigationMixin } from 'lightning/navigation';
import { openOutbox } from 'c/callLogOutbox';
import { fill } from 'c/labelFormat';
import { connectPhone, type PhoneConnection } from 'c/phoneBridge';
import { recordPage, taskPage } from 'c/taskPage';
import { historyPage, type HistoryPage } from './historyPage';
import type { HistoryRow } from './historyRow';
import { keptCalls, keptCallsOfCases } from './keptCalls';
import { labels, names } from './labels';
import { loggedCalls } from './loggedCalls';
import { isNoAccess } from './noAccess';

type Choice = { readonly label: string; readonly value: string };

const pageSize = 10;
/** Ids of accounts begin with it in every org. Source: Salesforce, standard object key prefixes. */
const accounts = '001';
const sources = [loggedCalls, keptCalls, keptCallsOfCases];

/** The calls, chats and voicemails of a record, newest first. */
export default class CallHistory extends NavigationMixin(LightningElement) {
  label = labels;
  rows: readonly HistoryRow[] = [];
  hasMore = false;
  isLoading = false;
  failure: unknown;
  channel = '';
  direction = '';
  announcement = '';

  #recordId?: string;
  #isConnected = false;
  #asked = 0;
  #phone?: PhoneConnection;
  #unsubscribe?: () => void;
  #focusAt?: number;
  /** How many calls of each source are shown. */
  #offsets: readonly number[] = [];

  /** The record whose calls are shown; a record page gives it. */
  @api
  get recordId(): string | undefined {
    return this.#recordId;
  }

  set recordId(recordId: string | undefined) {
    if (recordId === this.#recordId) return;
    this.#recordId = recordId;
    this.rows = [];
    if (this.#isConnected) void this.load();
  }

  @wire(MessageContext)
  connect(context: MessageContextValue | undefined): void {
    if (!context || this.#phone) return;
    this.#phone = connectPhone(context, ({ type }) => {
      if (type === 'log-saved') this.refresh();
    });
  }

  connectedCallback(): void {
    this.#isConnected = true;
    void this.load();
    void this.watchOutbox();
  }

  disconnectedCallback(): void {
    this.#isConnected = false;
    this.#asked += 1;
    this.#phone?.close();
    this.#phone = undefined;
    this.#unsubscribe?.();
  }

  renderedCallback(): void {
    if (this.#focusAt === undefined) return;
    this.template?.querySelectorAll<HTMLElement>('[data-id="open"]')[this.#focusAt]?.focus();
    this.#focusAt = undefined;
  }

  get channelChoices(): readonly Choice[] {
    return choices(names.channel);
  }

  get directionChoices(): readonly Choice[] {
    return choices(names.direction);
  }

  get hasRows(): boolean {
    return this.rows.length > 0;
  }

  get emptyWords(): string | undefined {
    if (this.isLoading || this.failure || this.hasRows) return undefined;
    return this.channel || this.direction ? labels.emptyFiltered : labels.empty;
  }

  get shownRows(): readonly object[] {
    return this.rows.map((row) => ({
      ...row,
      kind: [row.channel, row.direction].filter((word) => word !== '').join(' · '),
      dialId: this.dialledRecord(row),
      by: row.owner === '' ? '' : fill(labels.by, row.owner),
      recordingLabel: `${labels.recording}, ${labels.newTab}`,
      transcriptLabel: `${labels.transcript}, ${labels.newTab}`
    }));
  }

  get failureWords(): string {
    return isNoAccess(this.failure) ? labels.noAccess : labels.failed;
  }

  handleChannel(event: CustomEvent<{ value: string }>): void {
    this.channel = event.detail.value;
    this.rows = [];
    void this.load();
  }

  handleDirection(event: CustomEvent<{ value: string }>): void {
    this.direction = event.detail.value;
    this.rows = [];
    void this.load();
  }

  handleMore(): void {
    void this.load(this.#offsets);
  }

  handleRetry(): void {
    this.refresh();
  }

  handleOpen(event: Event): void {
    const { callId } = (event.currentTarget as HTMLElement).dataset;
    const row = this.rows.find(({ id }) => id === callId);
    if (row) this[NavigationMixin.Navigate](row.isTask ? taskPage(row.id) : recordPage(row.id));
  }

  /** Of a company's calls, each number is that of a person, who may want no calls; elsewhere a call is about the record of the page. */
  private dialledRecord({ personId }: HistoryRow): string | undefined {
    return this.#recordId?.startsWith(accounts) && personId !== '' ? personId : this.#recordId;
  }

  /** Reads as many again as are shown. */
  private refresh(): void {
    void this.load([], Math.max(pageSize, this.rows.length));
  }

  private async watchOutbox(): Promise<void> {
    const outbox = await openOutbox().catch(() => undefined);
    if (!this.#isConnected) return;
    this.#unsubscribe = outbox?.subscribe(({ type }) => {
      if (type === 'confirmed') this.refresh();
    });
  }

  /** An answer that comes after a newer question is dropped. */
  private async load(offsets: readonly number[] = [], size = pageSize): Promise<void> {
    const recordId = this.#recordId;
    if (!recordId) return;
    this.#asked += 1;
    const mine = this.#asked;
    this.isLoading = true;
    this.failure = undefined;
    const question = { recordId, channel: this.channel, direction: this.direction };
    try {
      const page = await historyPage(sources, { question, names, size, offsets });
      if (mine === this.#asked) this.show(page, offsets);
    } catch (failure) {
      if (mine === this.#asked) this.failure = failure;
    } finally {
      if (mine === this.#asked) this.isLoading = false;
    }
  }

  private show(page: HistoryPage, offsets: readonly number[]): void {
    const isFirst = offsets.length === 0;
    const known = isFirst ? [] : this.rows;
    // A call that was logged meanwhile moves the others down: one that is shown already is not shown twice.
    const fresh = page.rows.filter(({ id }) => !known.some((row) => row.id === id));
    this.rows = [...known, ...fresh];
    this.#offsets = page.offsets;
    this.hasMore = page.hasMore;
    if (!isFirst) this.#focusAt = known.length;
    this.announcement = this.rows.length === 0 ? labels.empty : fill(labels.shown, this.rows.length);
  }
}

function choices(values: Readonly<Record<string, string>>): readonly Choice[] {
  return [{ label: labels.all, value: '' }, ...Object.entries(values).map(([value, label]) => ({ label, value }))];
}
