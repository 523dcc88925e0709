import { type BrowserContext, type Page } from 'playwright-core';

/** The two reps of the scenarios, by the names of their agents. */
export type Agent = 'priya' | 'sam';

/** A rep with the console open, on either bridge: what they can do with the phone in front of them. */
export type Rep = {
  readonly agent: Agent;
  readonly context: BrowserContext;
  /** The tab that they look at. */
  readonly page: () => Page;
  readonly accept: () => Promise<void>;
  readonly decline: () => Promise<void>;
  readonly hangUp: () => Promise<void>;
  readonly finish: () => Promise<void>;
  /** Calls a colleague, with no caller in between. */
  readonly call: (agent: Agent) => Promise<void>;
  /** Hands the call to a colleague without a word. */
  readonly transferTo: (agent: Agent) => Promise<void>;
  /** Asks a colleague while the caller waits. */
  readonly consult: (agent: Agent) => Promise<void>;
  /** Joins everybody; the colleague has answered. */
  readonly join: () => Promise<void>;
  /** Leaves a conference to the others. */
  readonly leave: () => Promise<void>;
  readonly chooses: (status: 'Available' | 'Break') => Promise<void>;
  /** Waits until the rep is shown so. */
  readonly isShown: (status: 'Available' | 'Break') => Promise<void>;
  /** Chooses in Omni-Channel, wherever the bridge has it. */
  readonly choosesInOmni: (status: OmniStatus) => Promise<void>;
  /** Waits until Omni-Channel has the rep so. */
  readonly isInOmni: (status: OmniStatus) => Promise<void>;
  readonly logsOutOfOmni: () => Promise<void>;
  /** Clicks a phone number of a record. */
  readonly click: (record: { readonly id: string; readonly object: string }, number: string) => Promise<void>;
  /** The same place again, as after F5; settles when the phone is there. */
  readonly reload: () => Promise<void>;
  /** Another tab of the same browser comes to the front; settles when the phone is there. */
  readonly openTab: () => Promise<void>;
  /** A tab with the app that has everything of the package comes to the front. */
  readonly openPanels: () => Promise<void>;
  /** Opens the phone in a window of its own, and works it there from now on. */
  readonly openWindow: () => Promise<void>;
  /** Closes that window, and works the phone where it was. */
  readonly closeWindow: () => Promise<void>;
  /** Mistakes that pages noted. */
  readonly said: readonly string[];
  /** Closes every tab; the browser stays logged in. */
  readonly close: () => Promise<void>;
};

/** In tabs, or from page to page. */
export type Navigation = 'console' | 'standard';

/** What Omni-Channel may show of a rep, as scenarios call it. */
export type OmniStatus = 'Available' | 'Busy' | 'Break' | 'Offline';

/** The statuses of the org by their labels; Omni-Channel itself says Offline. */
export const omniLabels: Readonly<Record<OmniStatus, string>> = {
  ...{ Available: 'Available', Busy: 'Busy', Break: 'On Break', Offline: 'Offline' }
};

/** What making a rep takes. */
export type RepOptions = {
  readonly agent: Agent;
  readonly context: BrowserContext;
  /** Of the console. */
  readonly url: string;
  /** In an app of Open CTI that has the phone and nothing else of the package. */
  readonly isWithoutPanels?: boolean;
  /** Rows of the presence map that the contact center of Voice has, such as `Lunch Both Break`. */
  readonly presenceMap?: readonly string[];
  /** How the app navigates; on Voice there is none but the console. */
  readonly navigation: Navigation;
  readonly password: string;
  /** Works the rep's desk phone: a command of the phone system for their call. */
  readonly desk: (agent: Agent, command: string) => Promise<void>;
};

/** What a busy computer may take for one step, in milliseconds. */
export const patience = 30_000;
