import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const folder = path.join(__dirname, '../../force-app/main/default');
const read = (file: string): string => readFileSync(path.join(folder, file), 'utf8');

describe('what components know of the package', () => {
  it('are all the fields that it brings to Task', () => {
    const listed = [...read('lwc/callLogFields/callLogFields.ts').matchAll(/schema\/Task\.(\w+)'/g)].map(
      ([, field]) => field
    );
    const brought = readdirSync(path.join(folder, 'objects/Activity/fields')).map((file) => file.split('.')[0]);
    assert.ok(listed.length > 10);
    assert.deepEqual(listed.sort(), brought.sort());
  });
});
