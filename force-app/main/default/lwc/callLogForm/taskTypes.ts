/** One value of a picklist. */
export type Choice = { readonly label: string; readonly value: string };

declare module 'lightning/uiObjectInfoApi' {
  export const getPicklistValues: import('lwc').WireAdapterConstructor<
    { recordTypeId: string | undefined; fieldApiName: object },
    { data?: { readonly values: readonly Choice[] }; error?: unknown }
  >;
}
