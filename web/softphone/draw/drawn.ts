/** A part of the page as plain data: what it should be, made into elements by `patch`. */
export type Drawn = {
  readonly tag: keyof HTMLElementTagNameMap;
  /** Tells parts of one parent apart: what has the same key stays the same element, with its focus and what is typed in it. */
  readonly key?: string;
  /** An attribute that is false or not there is none; true is one without a value. */
  readonly attributes: Readonly<Record<string, string | boolean | undefined>>;
  /** Of a field. */
  readonly value?: string;
  readonly on: Handlers;
  readonly children: readonly (Drawn | string)[];
};

export type Handlers = {
  readonly click?: () => void;
  readonly input?: (value: string) => void;
  readonly change?: (value: string) => void;
  readonly submit?: () => void;
  readonly keydown?: (event: KeyboardEvent) => void;
};

type Given = Readonly<Record<string, string | boolean | undefined>>;
type Child = Drawn | string | false | undefined;

/** An element with attributes and children; what is false or missing is left out. */
export function draw(tag: Drawn['tag'], attributes: Given, ...children: readonly (Child | readonly Child[])[]): Drawn {
  return { tag, attributes, on: {}, children: children.flat().filter((child) => isThere(child)) };
}

/** The same part with a key, a value or handlers. */
export const made = (drawn: Drawn, more: Partial<Pick<Drawn, 'key' | 'value' | 'on'>>): Drawn => ({
  ...drawn,
  ...more
});

const isThere = (child: Child): child is Drawn | string => child !== false && child !== undefined && child !== '';
