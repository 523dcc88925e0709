import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { schemaFiles } from './json-schema';

/** Writes the JSON Schemas that editors complete from: `ts-node scripts/config/write-schema.ts`. */
export function writeSchemas(root: string): void {
  for (const { path, text } of schemaFiles()) writeFileSync(resolve(root, path), text);
}

if (require.main === module) writeSchemas(resolve(__dirname, '../..'));
