import { LightningElement } from 'lwc';
import save from '@salesforce/apex/RepPreferences.save';
import {
  preferenceNames,
  preferencesSaved,
  readPreferences,
  type PreferenceName,
  type Preferences
} from 'c/repPreferences';
import autoLogin from '@salesforce/label/c.PhonePreferencesAutoLogin';
import messageSound from '@salesforce/label/c.PhonePreferencesMessageSound';
import notSaved from '@salesforce/label/c.PhonePreferencesNotSaved';
import ringSound from '@salesforce/label/c.PhonePreferencesRingSound';
import saved from '@salesforce/label/c.PhonePreferencesSaved';
import settings from '@salesforce/label/c.PhonePreferencesSettings';
import unread from '@salesforce/label/c.PhonePreferencesUnread';

const nameLabels: Readonly<Record<PreferenceName, string>> = { autoLogin, ringSound, messageSound };

type Switch = { readonly name: PreferenceName; readonly label: string; readonly isOn: boolean };

/** Switches for what a rep may choose: saved one by one as they are turned, and turned back when that fails. */
export default class PhonePreferences extends LightningElement {
  label = { settings, unread };
  preferences?: Preferences;
  /** What is turned and not saved yet, or could not be saved. */
  failed?: { readonly name: PreferenceName; readonly isOn: boolean; readonly error: unknown };
  readError?: unknown;
  said = '';
  #saving: Promise<void> = Promise.resolve();

  connectedCallback(): void {
    void this.read();
  }

  get switches(): readonly Switch[] {
    const { preferences } = this;
    if (!preferences) return [];
    return preferenceNames.map((name) => ({ name, label: nameLabels[name], isOn: preferences[name] }));
  }

  get saveError(): unknown {
    return this.failed?.error;
  }

  get notSavedText(): string {
    return this.failed ? `${nameLabels[this.failed.name]}: ${notSaved}` : notSaved;
  }

  async read(): Promise<void> {
    this.readError = undefined;
    try {
      this.preferences = await readPreferences();
    } catch (error) {
      this.readError = error;
    }
  }

  handleRead(): void {
    void this.read();
  }

  handleTurn(event: CustomEvent<{ checked: boolean }>): void {
    const name = (event.target as HTMLElement).dataset.name as PreferenceName;
    this.turn(name, event.detail.checked);
  }

  handleTurnAgain(): void {
    if (this.failed) this.turn(this.failed.name, this.failed.isOn);
  }

  turn(name: PreferenceName, isOn: boolean): void {
    this.show(name, isOn);
    this.failed = undefined;
    this.said = '';
    // One after the other: the last one to be turned is the last one to be saved.
    this.#saving = this.#saving.then(() => this.save(name, isOn));
  }

  /** Sends only what was turned: the org keeps what comes as null, which another tab may have changed. */
  async save(name: PreferenceName, isOn: boolean): Promise<void> {
    try {
      await save({ autoLogin: null, ringSound: null, messageSound: null, [name]: isOn });
      this.said = saved;
      if (this.preferences) preferencesSaved(this.preferences);
    } catch (error) {
      this.show(name, !isOn);
      this.failed = { name, isOn, error };
    }
  }

  show(name: PreferenceName, isOn: boolean): void {
    if (this.preferences) this.preferences = { ...this.preferences, [name]: isOn };
  }
}
