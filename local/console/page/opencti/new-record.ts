import { make } from '../make';
import { button } from '../view/button';
import { ask, describedObjects, fieldsOf } from './org';

/** Opens the form of a new record above the page, filled in with values; what is saved is opened. */
export async function newRecord(
  entityName: string,
  values: Readonly<Record<string, unknown>>,
  open: (recordId: string) => void
): Promise<void> {
  const object = (await describedObjects()).find(({ name }) => name === entityName);
  const fields = await fieldsOf(entityName);
  const title = `New ${object?.label ?? entityName}`;
  const refusal = make('p', { role: 'alert', class: 'simulator-refusal' });
  const inputs = new Map<string, HTMLInputElement>();
  const rows = fields
    .filter((field) => (field as { readonly createable?: boolean }).createable === true)
    .filter(({ name, type }) => name in values || /Name$|^Subject$/.test(name) || type === 'phone')
    .map(({ name, label }) => {
      const input = make('input', { class: 'slds-input', name, value: String(values[name] ?? '') });
      inputs.set(name, input);
      return make('label', { class: 'slds-form-element__label' }, label, input);
    });
  const dialog = make('dialog', { class: 'new-record', 'aria-label': title });
  const close = (): void => {
    dialog.close();
    dialog.remove();
  };
  const save = async (): Promise<void> => {
    const given = [...inputs]
      .filter(([, { value }]) => value !== '')
      .map(([name, { value }]) => [name, value] as const);
    const answer = await ask<{ readonly id: string }>('POST', '/__local/ui-api/records', {
      apiName: entityName,
      fields: Object.fromEntries(given)
    });
    if (!answer.ok) return void refusal.replaceChildren(JSON.stringify(answer.refusal.body));
    close();
    open(answer.body.id);
  };
  dialog.append(
    make('h2', { class: 'slds-text-heading_medium' }, title),
    ...rows,
    refusal,
    button('Cancel', close, { key: 'new-record-cancel' }),
    button('Save', () => void save(), { look: 'brand', key: 'new-record-save' })
  );
  document.body.append(dialog);
  dialog.showModal();
}
