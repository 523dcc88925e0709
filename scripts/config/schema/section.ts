import { z } from 'zod';
import { secretWord } from '../../resources/call-center/secret-word';
import { about, label, text } from './words';

const reservedNames = ['label', 'sortOrder', 'internalNameLabel', 'displayNameLabel'];

/** Names of sections and items: Salesforce keeps `req…` and four attribute names for itself. */
const partName = text('1 to 40 letters and digits', /^[A-Za-z0-9]{1,40}$/).superRefine((name, context) => {
  const reserved = reservedNames.includes(name) || /^req/i.test(name);
  if (reserved)
    context.addIssue({
      code: 'custom',
      message: 'a name that Salesforce does not keep for itself',
      params: {
        fix: 'Names that start with req, and label, sortOrder, internalNameLabel and displayNameLabel, are reserved'
      }
    });
});

/** Refuses names of secrets: what stands in a call center definition every rep can read. */
export const publicName = (name: string, context: z.core.$RefinementCtx): void => {
  if (secretWord(name))
    context.addIssue({
      code: 'custom',
      message: 'a name that holds no secret',
      params: { fix: 'Every rep can read it in the browser: keep secrets in the phone system' }
    });
};

const publicText = z.string({ error: 'text' }).refine((value) => !value.includes('PRIVATE KEY-----'), {
  error: 'text without a private key',
  params: { fix: 'Every rep can read it: keep the key in the phone system' }
});

const item = z.strictObject({
  name: about('1 to 40 letters and digits, unique in its section.', partName.superRefine(publicName)),
  label: about('What Setup shows.', label),
  value: about('Every rep can read it: no secrets.', publicText)
});

/** An extra section of the call center definition. */
export const section = z.strictObject({
  name: about('1 to 40 letters and digits, unique in the call center.', partName),
  label: about('What Setup shows.', label),
  items: z
    .array(item, { error: 'a list of items' })
    .min(1, { error: 'a list of at least one item' })
    .max(1000, { error: 'a list of at most 1,000 items' })
});
