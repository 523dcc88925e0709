/** An `aura:attribute`. */
export type AuraAttribute = {
  readonly name: string;
  readonly type: 'String' | 'Boolean' | 'Integer' | 'Object[]' | 'Aura.Component[]';
  readonly initial?: string | boolean | number;
};

/** An `aura:handler`: of the component's own beginning or end, or of an application event. */
export type AuraHandler = { readonly hears: string; readonly action: string };

/** What stands in the body: a component with what its attributes say, or the components that an attribute holds. */
export type AuraNode =
  | {
      readonly kind: 'component';
      readonly descriptor: string;
      readonly id?: string;
      readonly attributes: Readonly<Record<string, string>>;
    }
  | { readonly kind: 'value'; readonly attribute: string };

/** A `.cmp` file. */
export type AuraMarkup = {
  readonly name: string;
  readonly attributes: readonly AuraAttribute[];
  readonly handlers: readonly AuraHandler[];
  readonly body: readonly AuraNode[];
};
