import { make } from '../make';

let made = 0;

/** A labelled field; `input` is what is read. */
export type Field<Input extends HTMLElement> = { readonly row: HTMLElement; readonly input: Input };

/** A line of text. */
export function textField(label: string, value = '', type = 'text'): Field<HTMLInputElement> {
  const input = make('input', { class: 'slds-input', type, value, autocomplete: 'off' });
  return labelled(label, input);
}

/** One of several words, each with what it says. */
export function choiceField(
  label: string,
  choices: readonly (readonly [value: string, words: string])[]
): Field<HTMLSelectElement> {
  const input = make('select', { class: 'slds-select' });
  for (const [value, words] of choices) input.append(make('option', { value }, words));
  return labelled(label, input);
}

/** Several lines of text. */
export function areaField(label: string, rows = 2): Field<HTMLTextAreaElement> {
  return labelled(label, make('textarea', { class: 'slds-textarea', rows: String(rows) }));
}

/** Yes or no. */
export function checkField(label: string, isChecked = false): Field<HTMLInputElement> {
  const input = make('input', { type: 'checkbox', checked: isChecked });
  return { row: make('label', { class: 'simulator-check' }, input, ` ${label}`), input };
}

/** A section with a heading. */
export const section = (title: string, ...contents: readonly Node[]): HTMLElement =>
  make(
    'section',
    { class: 'simulator-section', 'aria-label': title },
    make('h3', { class: 'slds-text-heading_small' }, title),
    ...contents
  );

/** A row of buttons. */
export const buttons = (...contents: readonly Node[]): HTMLElement =>
  make('div', { class: 'simulator-buttons' }, ...contents);

/** Replaces the choices and keeps what was chosen when it is still there. */
export function fill(input: HTMLSelectElement, choices: readonly (readonly [value: string, words: string])[]): void {
  const now = JSON.stringify(choices);
  if (input.dataset['choices'] === now) return;
  const { value } = input;
  input.dataset['choices'] = now;
  input.replaceChildren(
    ...choices.map(([each, words]) => make('option', { value: each, selected: each === value }, words))
  );
}

function labelled<Input extends HTMLElement>(label: string, input: Input): Field<Input> {
  made += 1;
  input.id = `field-${made}`;
  return {
    row: make('div', {}, make('label', { class: 'slds-form-element__label', for: input.id }, label), input),
    input
  };
}
