// What the platform gives an LWC, as far as ours use it. Sources: Lightning Web Components Developer Guide, module reference.

declare module '*.html' {
  const template: unknown;
  export default template;
}

declare module '@salesforce/label/*' {
  const label: string;
  export default label;
}

declare module '@salesforce/schema/*' {
  const reference: { readonly objectApiName: string; readonly fieldApiName: string };
  export default reference;
}

declare module '@salesforce/apex/*' {
  /** Answers with what the method returns; rejects with `{ body: { message, exceptionType } }`, or `{ body: { pageErrors, fieldErrors } }` of DML. */
  const method: (params?: Readonly<Record<string, unknown>>) => Promise<unknown>;
  export default method;
}

declare module '@salesforce/apex' {
  export function refreshApex(wired: unknown): Promise<void>;
}

declare module '@salesforce/messageChannel/*' {
  const channel: { readonly channel: string };
  export default channel;
}

declare module '@salesforce/user/Id' {
  const id: string;
  export default id;
}

declare module '@salesforce/i18n/lang' {
  const lang: string;
  export default lang;
}

declare module '@salesforce/i18n/locale' {
  const locale: string;
  export default locale;
}

declare module '@salesforce/i18n/dir' {
  const dir: 'ltr' | 'rtl';
  export default dir;
}

declare module '@salesforce/i18n/timeZone' {
  const timeZone: string;
  export default timeZone;
}

declare module '@salesforce/client/formFactor' {
  const formFactor: 'Large' | 'Medium' | 'Small';
  export default formFactor;
}

declare module 'lightning/uiObjectInfoApi' {
  import type { WireAdapterConstructor } from 'lwc';
  export type ObjectInfo = {
    readonly apiName: string;
    readonly fields: Readonly<
      Record<
        string,
        {
          readonly apiName: string;
          readonly label: string;
          readonly createable?: boolean;
          readonly updateable: boolean;
        }
      >
    >;
  };
  export const getObjectInfo: WireAdapterConstructor<{ objectApiName: string }, { data?: ObjectInfo; error?: unknown }>;
}

declare module 'lightning/uiRecordApi' {
  /** Saves fields of a record, which the record's id among them names. */
  export function updateRecord(input: { readonly fields: Readonly<Record<string, unknown>> }): Promise<unknown>;
  import type { WireAdapterConstructor } from 'lwc';
  export type FieldReference = string | { readonly objectApiName: string; readonly fieldApiName: string };
  export type RecordData = {
    readonly id: string;
    readonly apiName: string;
    readonly fields: Readonly<Record<string, { readonly value: unknown; readonly displayValue: string | null }>>;
  };
  export const getRecord: WireAdapterConstructor<
    { recordId?: string; fields?: readonly FieldReference[]; optionalFields?: readonly FieldReference[] },
    { data?: RecordData; error?: unknown }
  >;
  export function getFieldValue(record: RecordData | undefined, field: FieldReference): unknown;
  export function notifyRecordUpdateAvailable(records: readonly { recordId: string }[]): Promise<void>;
}

declare module 'lightning/messageService' {
  import type { WireAdapterConstructor } from 'lwc';
  export type MessageContextValue = { readonly messageContext?: never } | object;
  export const MessageContext: WireAdapterConstructor<Record<string, never>, MessageContextValue>;
  export const APPLICATION_SCOPE: unique symbol;
  export type Subscription = object;
  export function publish(context: MessageContextValue, channel: object, message: object): void;
  export function subscribe(
    context: MessageContextValue,
    channel: object,
    listener: (message: unknown) => void,
    options?: { readonly scope?: typeof APPLICATION_SCOPE }
  ): Subscription;
  export function unsubscribe(subscription: Subscription | null): void;
  export function createMessageContext(): MessageContextValue;
  export function releaseMessageContext(context: MessageContextValue): void;
}

declare module 'lightning/navigation' {
  import type { LightningElement, WireAdapterConstructor } from 'lwc';
  export type PageReference = {
    readonly type: string;
    readonly attributes: Readonly<Record<string, unknown>>;
    readonly state?: Readonly<Record<string, string>>;
  };
  export const CurrentPageReference: WireAdapterConstructor<Record<string, never>, PageReference>;
  interface Navigates {
    [NavigationMixin.Navigate](page: PageReference, replace?: boolean): void;
    [NavigationMixin.GenerateUrl](page: PageReference): Promise<string>;
  }
  /** The class itself with two methods more. */
  export function NavigationMixin<Base extends new (...args: any[]) => LightningElement>(
    base: Base
  ): Base & (new (...args: any[]) => Navigates);
  export namespace NavigationMixin {
    const Navigate: unique symbol;
    const GenerateUrl: unique symbol;
  }
}

declare module 'lightning/pageReferenceUtils' {
  export function encodeDefaultFieldValues(values: Readonly<Record<string, unknown>>): string;
}

declare module 'lightning/platformShowToastEvent' {
  export class ShowToastEvent extends CustomEvent<unknown> {
    constructor(toast: {
      readonly title: string;
      readonly message?: string;
      readonly variant?: 'info' | 'success' | 'warning' | 'error';
      readonly mode?: 'dismissible' | 'pester' | 'sticky';
    });
  }
}

declare module 'lightning/platformUtilityBarApi' {
  import type { WireAdapterConstructor } from 'lwc';
  /** The id of the utility that holds the component; undefined outside a utility bar. */
  export const EnclosingUtilityId: WireAdapterConstructor<Record<string, never>, string | undefined>;
  export type UtilityInfo = {
    readonly id: string;
    readonly utilityVisible: boolean;
    readonly isLoaded: boolean;
    readonly utilityLabel: string;
    readonly panelHeight: number;
    readonly panelWidth: number;
  };
  export function open(utilityId: string, options?: { readonly autoFocus?: boolean }): Promise<boolean>;
  export function minimize(utilityId: string): Promise<boolean>;
  export function getInfo(utilityId: string): Promise<UtilityInfo>;
  export function getAllUtilityInfo(): Promise<readonly UtilityInfo[]>;
  export function updateUtility(
    utilityId: string,
    options: { readonly label?: string; readonly icon?: string; readonly highlighted?: boolean }
  ): Promise<boolean>;
  export function updatePanel(
    utilityId: string,
    options: { readonly label?: string; readonly icon?: string; readonly width?: number; readonly height?: number }
  ): Promise<boolean>;
}

declare module 'lightning/platformWorkspaceApi' {
  import type { WireAdapterConstructor } from 'lwc';
  export const IsConsoleNavigation: WireAdapterConstructor<Record<string, never>, boolean>;
  export function openTab(options: {
    readonly recordId?: string;
    readonly pageReference?: object;
    readonly focus?: boolean;
  }): Promise<string>;
  export function openSubtab(
    parentTabId: string,
    options: { readonly recordId?: string; readonly pageReference?: object; readonly focus?: boolean }
  ): Promise<string>;
  export function getFocusedTabInfo(): Promise<{
    readonly tabId: string;
    readonly parentTabId?: string;
    readonly recordId?: string;
  }>;
}
