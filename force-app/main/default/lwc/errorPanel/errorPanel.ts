import { LightningElement, api } from 'lwc';
import detailsLabel from '@salesforce/label/c.ErrorPanelDetails';
import tryAgainLabel from '@salesforce/label/c.ErrorPanelTryAgain';
import unknownLabel from '@salesforce/label/c.ErrorPanelUnknown';
import { reduceErrors } from './reduceErrors';

/** Shows what failed in the words of this package, with Salesforce's own below. Fires `retry` when that is offered. */
export default class ErrorPanel extends LightningElement {
  /** What failed: anything that reduceErrors reads. Nothing is shown without it. */
  @api errors: unknown;
  /** One sentence for the person, in their language. */
  @api friendlyMessage?: string;
  /** Offers a button that fires `retry`. */
  @api canRetry = false;

  label = { detailsLabel, tryAgainLabel };

  get isShown(): boolean {
    return this.errors !== undefined && this.errors !== null;
  }

  get sentences(): readonly string[] {
    return reduceErrors(this.errors);
  }

  get headline(): string {
    return this.friendlyMessage ?? this.sentences[0] ?? unknownLabel;
  }

  get details(): readonly string[] {
    return this.sentences.filter((sentence) => sentence !== this.headline);
  }

  get hasDetails(): boolean {
    return this.details.length > 0;
  }

  handleRetry(): void {
    this.dispatchEvent(new CustomEvent('retry'));
  }
}
