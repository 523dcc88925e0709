import { LightningElement } from 'lwc';
import { NavigationMixin, type PageReference } from 'lightning/navigation';

type Navigates = LightningElement & { [NavigationMixin.Navigate](page: PageReference): void };

const Navigating = NavigationMixin(LightningElement as never) as unknown as new () => Navigates;

/** A component that can open a Task. */
export class NavigatingElement extends Navigating {
  protected goTo(recordId: string, actionName: 'view' | 'edit' = 'view'): void {
    const attributes = { recordId, objectApiName: 'Task', actionName };
    this[NavigationMixin.Navigate]({ type: 'standard__recordPage', attributes });
  }
}
