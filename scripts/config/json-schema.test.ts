import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { schemaFiles } from './json-schema';

type Schema = {
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: Schema | boolean;
  readonly description?: string;
};

describe('the JSON Schemas', () => {
  for (const { path, text } of schemaFiles()) {
    it(`${path} is what scripts/config/write-schema.ts writes`, () => {
      assert.equal(readFileSync(resolve(__dirname, '../..', path), 'utf8'), text);
    });

    it(`${path} refuses unknown keys and describes every key of its first two levels`, () => {
      const { properties = {}, additionalProperties } = JSON.parse(text) as Schema;
      assert.equal(additionalProperties, false);
      const undescribed = Object.entries(properties).filter(
        ([key, { description }]) => description === undefined && !['$schema', 'version'].includes(key)
      );
      assert.deepEqual(
        undescribed.map(([key]) => key),
        []
      );
    });
  }
});
