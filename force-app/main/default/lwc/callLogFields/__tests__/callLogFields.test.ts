import { readdirSync } from 'node:fs';
import path from 'node:path';
import { callLogFields } from 'c/callLogFields';

const folder = path.join(__dirname, '../../../objects/Activity/fields');

it('are all the fields that the package brings to Task', () => {
  const inSource = readdirSync(folder).map((file) => file.replace('.field-meta.xml', ''));
  expect(callLogFields.map(({ fieldApiName }) => fieldApiName).sort()).toEqual(inSource.sort());
});
