import { LightningElement, api } from 'lwc';
import { watchClickToDial } from '../../dialing';
import { happened } from '../../happenings';

/**
 * A number that can be clicked while the phone lets it; Salesforce does not publish its own. A click tells the phone the number, the
 * record and the parameters [Lightning Component Reference, lightning-click-to-dial; Open CTI guide, onClickToDial].
 */
// eslint-disable-next-line no-restricted-syntax -- the compiler takes a component from its module's default export
export default class ClickToDial extends LightningElement {
  @api value?: string;
  @api recordId?: string;
  @api params?: string;
  isEnabled = false;

  private stopWatching?: () => void;

  override connectedCallback(): void {
    this.stopWatching = watchClickToDial((isEnabled) => (this.isEnabled = isEnabled));
  }

  override disconnectedCallback(): void {
    this.stopWatching?.();
  }

  get spoken(): string {
    return `Click to dial ${this.value ?? ''}`;
  }

  handleClick(): void {
    const { value = '', recordId, params } = this;
    happened('click to dial', { number: value, ...(recordId ? { recordId } : {}), ...(params ? { params } : {}) });
  }
}
