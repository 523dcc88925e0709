import { LightningElement, api } from 'lwc';
import { NavigationMixin } from 'lightning/navigation';
import { open } from 'lightning/platformUtilityBarApi';
import { findPhoneUtility, softphoneLabel } from 'c/phoneUtility';
import { consoleApp } from './appName';
import noneTitle from '@salesforce/label/c.PhoneLauncherNoneTitle';
import noneWhy from '@salesforce/label/c.PhoneLauncherNoneWhy';
import notOpened from '@salesforce/label/c.PhoneLauncherNotOpened';
import openApp from '@salesforce/label/c.PhoneLauncherOpenApp';
import opened from '@salesforce/label/c.PhoneLauncherOpened';
import openPhone from '@salesforce/label/c.PhoneLauncherOpen';
import ready from '@salesforce/label/c.PhoneLauncherReady';
import title from '@salesforce/label/c.PhoneLauncherTitle';

/** Opens the phone in the utility bar; where the app has none, offers the app that has. */
export default class PhoneLauncher extends NavigationMixin(LightningElement) {
  /** The label that the softphone has in the utility bar. */
  @api utilityLabel = softphoneLabel;

  label = { noneTitle, noneWhy, notOpened, openApp, openPhone, ready, title };
  phoneId?: string;
  isLookedFor = true;
  said = '';
  error?: unknown;

  connectedCallback(): void {
    void this.look();
  }

  get isMissing(): boolean {
    return !this.isLookedFor && this.phoneId === undefined;
  }

  get isThere(): boolean {
    return this.phoneId !== undefined;
  }

  async look(): Promise<void> {
    this.phoneId = (await findPhoneUtility(this.utilityLabel))?.id;
    this.isLookedFor = false;
  }

  handleOpen(): void {
    void this.open();
  }

  /** Looks anew: the bar may have changed since the page was opened. */
  async open(): Promise<void> {
    this.error = undefined;
    this.said = '';
    await this.look();
    if (this.phoneId === undefined) return;
    try {
      await open(this.phoneId, { autoFocus: true });
      this.said = opened;
    } catch (error) {
      this.error = error;
    }
  }

  handleOpenApp(): void {
    this[NavigationMixin.Navigate]({ type: 'standard__app', attributes: { appTarget: consoleApp() } });
  }
}
