import { LightningElement } from 'lwc';
import { NavigationMixin, type PageReference } from 'lightning/navigation';

type Navigating = LightningElement & { [NavigationMixin.Navigate](page: PageReference): void };

/** A component that can navigate. The mixin's type hides that it keeps the constructor of its base. */
export const NavigatingElement = NavigationMixin(LightningElement) as unknown as Omit<typeof LightningElement, never> &
  (new () => Navigating);
