import type { ServerResponse } from 'node:http';
import path from 'node:path';
import { sendFile, sharedHeaders, typeOf } from '../../lightning/server/static-file';
import type { Components } from './components-bundle';

/** Sends what the page's components are made of; answers whether there was such a file. */
export function sendComponents(
  { app }: Components,
  response: ServerResponse,
  first: string,
  rest: string,
  root: string
): boolean {
  if (first === `app-${app.hash}`) {
    const code = app.files.get(rest);
    if (code === undefined) return false;
    response.writeHead(200, { ...sharedHeaders, 'content-type': typeOf(rest) });
    response.end(code);
    return true;
  }
  if (first === path.basename(app.vendor.folder)) return sendFile(response, app.vendor.folder, rest);
  return (
    first === 'lightning-page.css' &&
    rest === '' &&
    sendFile(response, path.join(root, 'local/lightning/page'), 'page.css')
  );
}
