import { LightningElement, api } from 'lwc';
import { openOutbox, type OutboxChange, type WaitingEntry } from 'c/callLogOutbox';
import { fill } from 'c/labelFormat';
import type { RelatedRecord } from 'c/relatedRecordPicker';
import { labels } from './labels';
import { openLogList, type ListState } from './logList';
import { logRows, type LogRow } from './logRows';

/** The rep's saved logs that are about nobody yet. Fires `link` with the key, subject and records of one, and with Voice the id of its call. */
export default class UnlinkedLogs extends LightningElement {
  /** Logs that are linked elsewhere: their wrap-up is open. */
  @api openKeys: readonly string[] = [];
  /** The country of numbers without a country code, as two letters. */
  @api country?: string;

  label = labels;
  list: ListState = { logs: [], hasMore: false, isLoading: false };
  waiting: readonly WaitingEntry[] = [];
  isExpanded = false;
  openKey?: string;
  records: readonly RelatedRecord[] = [];
  announcement = '';

  /** What was linked here, by key, until Salesforce has it. */
  #linking = new Map<string, string>();
  #hasLinked = false;
  #focusOn?: 'picker' | 'toggle';
  #unsubscribe?: () => void;
  #isConnected = false;
  #logs = openLogList((list) => {
    this.list = list;
  });

  connectedCallback(): void {
    this.#isConnected = true;
    void this.#logs.load();
    // Without an outbox the panel around says so.
    this.listen().catch(() => undefined);
  }

  disconnectedCallback(): void {
    this.#isConnected = false;
    this.#unsubscribe?.();
  }

  renderedCallback(): void {
    const selector = { picker: 'c-related-record-picker', toggle: '[data-id="toggle"]' }[this.#focusOn ?? 'toggle'];
    const target = this.#focusOn && this.template?.querySelector<HTMLElement>(selector);
    if (!target) return;
    this.#focusOn = undefined;
    target.focus();
  }

  get rows(): readonly LogRow[] {
    return logRows(this.list.logs, this.openKeys, this.waiting, this.openKey);
  }

  get isShown(): boolean {
    return this.hasRows || this.#hasLinked || this.list.failure !== undefined;
  }

  get hasRows(): boolean {
    return this.rows.length > 0;
  }

  get isDone(): boolean {
    return !this.hasRows && this.list.failure === undefined && !this.list.isLoading;
  }

  get toggleLabel(): string {
    const count = this.rows.length;
    return count === 0 ? labels.title : `${labels.title} (${count}${this.list.hasMore ? '+' : ''})`;
  }

  get expanded(): 'true' | 'false' {
    return this.isExpanded ? 'true' : 'false';
  }

  get toggleIcon(): string {
    return this.isExpanded ? 'utility:chevrondown' : 'utility:chevronright';
  }

  get isNothingChosen(): boolean {
    return this.records.length === 0;
  }

  handleToggle(): void {
    this.isExpanded = !this.isExpanded;
  }

  handleOpen(event: Event): void {
    this.openKey = (event.currentTarget as HTMLElement).dataset.callKey;
    this.records = [];
    this.#focusOn = 'picker';
  }

  handleCancel(): void {
    this.openKey = undefined;
    this.#focusOn = 'toggle';
  }

  handleChoose({ detail: { records } }: CustomEvent<{ records: readonly RelatedRecord[] }>): void {
    this.records = records;
  }

  handleLink(): void {
    const log = this.rows.find(({ callKey }) => callKey === this.openKey);
    if (!log || this.records.length === 0) return;
    const { callKey, subject, keptId } = log;
    this.#linking.set(callKey, subject);
    this.dispatchEvent(
      new CustomEvent('link', { detail: { callKey, subject, records: this.records, ...(keptId && { keptId }) } })
    );
    this.openKey = undefined;
    this.#focusOn = 'toggle';
  }

  handleRetry(): void {
    void this.#logs.load();
  }

  handleMore(): void {
    void this.#logs.more();
  }

  private async listen(): Promise<void> {
    const outbox = await openOutbox();
    if (!this.#isConnected) return;
    this.#unsubscribe = outbox.subscribe((change) => {
      this.waiting = outbox.waiting();
      if (change.type === 'confirmed') this.confirm(change);
    });
    this.waiting = outbox.waiting();
  }

  /** Whichever tab saved or linked it: the org knows best what is left. */
  private confirm({ callKey }: Extract<OutboxChange, { type: 'confirmed' }>): void {
    const subject = this.#linking.get(callKey);
    if (subject !== undefined) {
      this.#linking.delete(callKey);
      this.#hasLinked = true;
      this.announcement = fill(labels.linked, subject);
    }
    void this.#logs.load();
  }
}
