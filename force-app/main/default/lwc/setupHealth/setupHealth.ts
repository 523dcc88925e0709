import { LightningElement, wire } from 'lwc';
import { NavigationMixin } from 'lightning/navigation';
import { getObjectInfo, type ObjectInfo } from 'lightning/uiObjectInfoApi';
import LOCALE from '@salesforce/i18n/locale';
import TIME_ZONE from '@salesforce/i18n/timeZone';
import { fill } from 'c/labelFormat';
import { checkIds, runChecks } from './checks';
import { describeObjects, type ObjectDescriber } from './describeObjects';
import type { Finding } from './finding';
import { labels } from './labels';
import { checkRows, missingAccess, reportText, summaryOf, type CheckRow } from './report';
import { sources } from './sources';

/** The checks of an installation as seen from inside the org, each with its evidence, its fix and the way to Setup. */
export default class SetupHealth extends NavigationMixin(LightningElement) {
  label = labels;
  findings: readonly Finding[] = [];
  isRunning = false;
  /** Said by a screen reader: once when all checks have ended, and when the text was copied. */
  said = '';
  /** Shown where the browser does not allow copying. */
  textToCopy?: string;
  objectName?: string;
  #describer?: ObjectDescriber;
  #run = 0;

  @wire(getObjectInfo, { objectApiName: '$objectName' })
  useObjectInfo(answer: { data?: ObjectInfo; error?: unknown }): void {
    this.#describer?.answered(answer);
  }

  connectedCallback(): void {
    void this.check();
  }

  disconnectedCallback(): void {
    this.#run += 1;
  }

  get rows(): readonly CheckRow[] {
    return checkRows(this.findings);
  }

  get missingAccess(): string | undefined {
    return missingAccess(this.findings);
  }

  get progress(): string {
    return this.isRunning ? fill(labels.running, this.findings.length, checkIds.length) : summaryOf(this.findings);
  }

  async check(): Promise<void> {
    this.#run += 1;
    const run = this.#run;
    this.findings = [];
    this.textToCopy = undefined;
    this.said = '';
    this.isRunning = true;
    const describer = describeObjects((objectName) => {
      this.objectName = objectName;
    });
    this.#describer = describer;
    const { describe } = describer;
    await runChecks({ ...sources, describe, timeText }, (finding) => {
      // What belongs to a run that was started again is late.
      if (run === this.#run) this.findings = [...this.findings, finding];
    });
    if (run !== this.#run) return;
    this.isRunning = false;
    this.said = summaryOf(this.findings);
  }

  handleCheck(): void {
    void this.check();
  }

  handleSetup(event: Event): void {
    const { path = '' } = (event.target as HTMLElement).dataset;
    this[NavigationMixin.Navigate]({ type: 'standard__webPage', attributes: { url: path } });
  }

  handleCopy(): void {
    void this.copy();
  }

  async copy(): Promise<void> {
    const text = reportText(this.rows, [
      `${labels.title} – ${timeText(new Date().toISOString())}`,
      this.progress,
      ...(this.missingAccess === undefined ? [] : [this.missingAccess])
    ]);
    this.textToCopy = undefined;
    this.said = '';
    try {
      await navigator.clipboard.writeText(text);
      this.said = labels.copied;
    } catch {
      this.textToCopy = text;
    }
  }
}

function timeText(moment: string): string {
  const time = new Intl.DateTimeFormat(LOCALE, { dateStyle: 'medium', timeStyle: 'short', timeZone: TIME_ZONE });
  const date = new Date(moment);
  return Number.isNaN(date.getTime()) ? moment : time.format(date);
}
