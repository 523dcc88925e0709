import { createReadStream } from 'node:fs';
import { exportUnreadable } from '../errors/export-file';
import { exportReader, type ReadRows } from '../resources/export-file/export-rows';

/** Every piece of an export as rows, so that a large file is never in memory. Throws EXPORT_UNREADABLE. */
export async function* readExport(path: string, shown: string): AsyncGenerator<ReadRows> {
  const reader = exportReader();
  let decoder: InstanceType<typeof TextDecoder> | undefined;
  try {
    for await (const piece of createReadStream(path)) {
      const bytes = piece as Buffer;
      decoder ??= new TextDecoder(encodingOf(bytes), { fatal: true });
      yield reader.write(decoder.decode(bytes, { stream: true }));
    }
    yield reader.write(decoder?.decode() ?? '');
  } catch (error) {
    if (error instanceof TypeError) throw exportUnreadable(shown, 'it is not UTF-8; save it as UTF-8', error);
    throw exportUnreadable(shown, (error as Error).message, error);
  }
  yield reader.end();
}

/** Spreadsheets save "Unicode text" as UTF-16, which says so in its first two bytes. */
function encodingOf(bytes: Buffer): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8';
}
