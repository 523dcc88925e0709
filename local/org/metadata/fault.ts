/** An error that the API answers with, in place of a result. */
export type Fault = { readonly fault: string; readonly message: string };

/** Makes a fault of one of Salesforce's status codes. */
export const fault = (code: string, message: string): Fault => ({ fault: code, message });

/** Tells a fault from a result. */
export const isFault = (value: object): value is Fault => 'fault' in value;
