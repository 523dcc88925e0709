import { createReadStream, statSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import path from 'node:path';

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css;charset=UTF-8',
  '.js': 'text/javascript;charset=UTF-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.json': 'application/json;charset=UTF-8',
  '.woff2': 'font/woff2'
};

/** What changes has another name the next time, except style sheets, which a page of an hour ago may still have. */
export const sharedHeaders = { 'access-control-allow-origin': '*', 'cache-control': 'public, max-age=3600' };

/** Sends a file of the folder; nothing outside it. Answers whether there was one. */
export function sendFile(response: ServerResponse, folder: string, wanted: string): boolean {
  const file = path.resolve(folder, `.${path.sep}${decodeURIComponent(wanted)}`);
  if (!file.startsWith(`${folder}${path.sep}`) || !isFile(file)) return false;
  response.writeHead(200, { ...sharedHeaders, 'content-type': typeOf(file) });
  createReadStream(file).pipe(response);
  return true;
}

export const typeOf = (file: string): string => types[path.extname(file)] ?? 'application/octet-stream';

function isFile(file: string): boolean {
  try {
    return statSync(file).isFile();
  } catch {
    return false;
  }
}
