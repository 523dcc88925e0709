import { shownFields, type ShownField } from '../../opencti/record-fields';
import { make } from '../make';
import { button } from '../view/button';
import { fieldsOf, nameOf, readRecord } from './org';
import type { View } from './pages';
import type { Surroundings } from './views';

/** Draws the fields of a record, with numbers that can be clicked and other records that can be opened. */
export async function drawDetails(
  place: HTMLElement,
  record: NonNullable<View['record']>,
  { dial, open }: Pick<Surroundings, 'dial' | 'open'>
): Promise<void> {
  // Read anew: a view is drawn again to show what changed.
  const [found, fields] = await Promise.all([readRecord(record.recordId), fieldsOf(record.objectType)]);
  const shown = shownFields(fields, found?.values ?? {});
  const names = await Promise.all(shown.map(nameOfOther));
  shown.forEach(({ name, label, kind, value }, index) => {
    const drawn =
      kind === 'phone'
        ? dial.number({ number: value, ...record })
        : kind === 'record'
          ? button(names[index] ?? value, () => open(value), { look: 'base', key: `field-${name}` })
          : make('span', {}, value);
    place.append(make('dt', {}, label), make('dd', { 'data-field': name }, drawn));
  });
}

/** What another record is called; its id when the rep may not see it. */
async function nameOfOther({ kind, value }: ShownField): Promise<string | undefined> {
  if (kind !== 'record') return undefined;
  const other = await readRecord(value);
  return other ? nameOf(other.values) : value;
}
