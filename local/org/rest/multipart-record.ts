import { badRequest } from '../api-error';
import { parseMultipart } from '../metadata/rest/multipart';

/** A record whose files came beside its JSON, each part under the name of its field: as base64 in the record [REST API guide, Insert Blob Data]. */
export function multipartRecord(body: Buffer, contentType: string | undefined): unknown {
  const parts = parseMultipart(body, contentType);
  if (!parts || parts.length === 0) return badRequest('INVALID_MULTIPART_REQUEST', 'The body holds no parts');
  const record: Record<string, unknown> = {};
  for (const part of parts) {
    if (part.body[0] === 0x7b) Object.assign(record, JSON.parse(part.body.toString('utf8')));
    else record[part.name] = part.body.toString('base64');
  }
  return record;
}
