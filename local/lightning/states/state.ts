/** What an Apex method does in a state instead of what the local org answers. */
export type ApexBehaviour = {
  /** Milliseconds before it answers; the true answer follows. */
  readonly delay?: number;
  /** Never answers, so that a component stays at work. */
  readonly never?: true;
  /** Fails as an LWC sees it: `body.message` and `body.exceptionType`. */
  readonly error?: { readonly message: string; readonly exceptionType?: string; readonly status?: number };
  /** Cannot be reached at all. */
  readonly offline?: true;
  /** Answers this; only for what the local org cannot be brought to answer. */
  readonly answer?: unknown;
};

/** What a person does after the component is there, one thing after the other. */
export type Action = {
  readonly do: 'click' | 'fill' | 'choose' | 'wait';
  /** A CSS selector, such as `[data-id="save"]`: the first element of the component, or of one inside it, whatever the shadow. */
  readonly on: string;
  /** What is filled in, or the value of the option that is chosen. */
  readonly value?: string;
};

/** A record in the org before the page opens; `$name` in a value stands for the id of the record of that name. */
export type SeedRecord = {
  readonly name?: string;
  readonly sobject: string;
  readonly values: Readonly<Record<string, string | number | boolean | null>>;
};

/** One state of one component, as plain data. */
export type State = {
  /** kebab-case and one of its kind within the component: it is in the address and in the names of goldens. */
  readonly name: string;
  /** What a person sees in it, as a sentence. */
  readonly title: string;
  /** Public properties; `$name` stands for the id of a seeded record, `$user` and `$org` for those of the person and the org. */
  readonly properties?: Readonly<Record<string, unknown>>;
  readonly records?: readonly SeedRecord[];
  /** False in an org for which `apply` has not run, such as a fresh sandbox copy. */
  readonly configured?: false;
  /** False when the person is in no call center. */
  readonly callCenter?: false;
  /** What the phone page answers to `hello`, or to the message that `after` names. */
  readonly phone?: readonly {
    readonly type: string;
    readonly body: Readonly<Record<string, unknown>>;
    readonly after?: string;
  }[];
  /** Omni-Channel beside the component, behind the Aura component omniPresence: its status, and what it does instead of what is asked. */
  readonly omni?: {
    readonly statusId?: string;
    readonly refusal?: string;
    readonly isAbsent?: true;
    /** As Salesforce gives it, such as DuplicateLogin. */
    readonly loggedOutFor?: string;
  };
  /** Of a phone that lets nobody click a number. */
  readonly clickToDial?: 'disabled';
  /** Of an app without console tabs; else the place of the component says how its app navigates. */
  readonly navigation?: 'standard';
  /** Labels of the other utilities in the bar, for a component that looks for one. */
  readonly utilities?: readonly string[];
  /** By `Class.method`. */
  readonly apex?: Readonly<Record<string, ApexBehaviour>>;
  readonly actions?: readonly Action[];
  /** What the component must have told the phone before the state is reached, as often as it stands here, however busy the computer is. */
  readonly until?: readonly string[];
  /** What the browser refuses: to store anything, or to open its database, which answers nothing. */
  readonly storage?: 'refused' | 'stuck';
  /** The moment that the page takes for now, as ISO-8601; the clock stands still at it. */
  readonly now?: string;
};

/** Every state of a component and where on a Lightning page it stands. */
export type ComponentStates = {
  /** Name of the LWC bundle. */
  readonly component: string;
  readonly title: string;
  /** In a panel of the utility bar, or in a region of a record page or the home page. */
  readonly host: 'utility' | 'record' | 'home';
  /** Of a component of the package of Voice, whose org has it too. */
  readonly packages?: 'base and Voice';
  readonly states: readonly State[];
};

/** Of an org where the page of the phone system pops and logs; its own row instead of the one that the workbench makes. */
export const vendorsOrg: Pick<State, 'configured' | 'records'> = {
  configured: false,
  records: [
    {
      sobject: 'RingdownOrg__c',
      values: { SetupOwnerId: '$org', ConfiguredFor__c: '$org', PopsAndLogs__c: 'Vendor' }
    }
  ]
};

/** When a state does not say otherwise: a Monday morning. */
export const usualNow = '2026-11-23T10:00:00.000Z';
