import { LightningElement } from 'lwc';
import { NavigationMixin, type PageReference } from 'lightning/navigation';

type Navigates = LightningElement & { [NavigationMixin.Navigate](page: PageReference): void };

/** A component that can go to another page. */
export const NavigatingElement = NavigationMixin(LightningElement as never) as unknown as new () => Navigates;
