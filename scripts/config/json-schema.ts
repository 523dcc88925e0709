import { z } from 'zod';
import { ringdownFile } from './schema/ringdown-file';
import { vendorFile } from './schema/vendor-file';

/** The JSON Schemas, made of the same schemas that the parser uses; paths are relative to the project. */
export function schemaFiles(): readonly { readonly path: string; readonly text: string }[] {
  return [
    {
      path: 'config/ringdown.schema.json',
      text: jsonSchema(ringdownFile, 'config/ringdown.yaml', 'One file for every org.')
    },
    {
      path: 'config/vendors/vendor.schema.json',
      text: jsonSchema(vendorFile, 'config/vendors/*.yaml', 'What is particular to one phone system.')
    }
  ];
}

function jsonSchema(schema: z.ZodType, title: string, description: string): string {
  const { $schema, ...rest } = z.toJSONSchema(schema, { target: 'draft-7', io: 'input', reused: 'inline' });
  return `${JSON.stringify({ $schema, title, description, ...rest }, null, 2)}\n`;
}
