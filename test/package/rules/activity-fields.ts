import { customFields } from '../tree/custom-field';
import type { Rule } from '../tree/package-file';

/** Types seen among 424 fields of activities in real orgs; long text, rich text, auto-number, roll-up and encrypted text never were. */
const allowed = new Set(
  `Checkbox Date DateTime Email Lookup MultiselectPicklist Number Phone Picklist Text TextArea Time Url`.split(' ')
);

/** An org has 100 for all its packages together. */
const most = 20;

/** Fields of tasks and events are declared once, on Activity, are of a type that it has, and are few. */
export const activityFields: Rule = (files) => {
  const fields = customFields(files);
  const ofActivity = fields.filter(({ object }) => object === 'Activity');
  return [
    ...fields
      .filter(({ object }) => object === 'Task' || object === 'Event')
      .map(({ path }) => `${path} must stand with Activity, which tasks and events share`),
    ...ofActivity
      .filter(({ type }) => !allowed.has(type))
      .map(({ path, type }) => `${path} is a ${type}, which Activity does not have`),
    ...(ofActivity.length > most ? [`Activity has ${ofActivity.length} fields of ours, more than ${most}`] : [])
  ];
};
