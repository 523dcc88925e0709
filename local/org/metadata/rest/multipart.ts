/** One part of a multipart body. */
export type Part = { readonly name: string; readonly body: Buffer };

/** Splits a multipart/form-data body, or gives undefined when it is not one. */
export function parseMultipart(body: Buffer, contentType: string | undefined): readonly Part[] | undefined {
  const boundary = /^multipart\/form-data;.*\bboundary=("?)([^";]+)\1/i.exec(contentType ?? '')?.[2];
  if (!boundary) return undefined;
  const delimiter = Buffer.from(`--${boundary}`);
  const parts: Part[] = [];
  let start = body.indexOf(delimiter);
  while (start >= 0) {
    const from = start + delimiter.length;
    const next = body.indexOf(delimiter, from);
    if (next < 0) break;
    const part = parsePart(body.subarray(from, next));
    if (part) parts.push(part);
    start = next;
  }
  return parts;
}

function parsePart(bytes: Buffer): Part | undefined {
  const blank = bytes.indexOf('\r\n\r\n');
  if (blank < 0) return undefined;
  const name = /name="([^"]*)"/i.exec(bytes.subarray(0, blank).toString('utf8'))?.[1];
  // Each part ends with the line break that belongs to the next delimiter.
  return name === undefined ? undefined : { name, body: bytes.subarray(blank + 4, bytes.length - 2) };
}
