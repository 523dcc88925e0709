import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { pageSettingsId, type PageSettings } from '../../shared/session-wire/page-settings';
import type { OrgSettings } from '../settings/service-settings';
import type { Asset, PageKind, Pages } from './pages';

const files = z.object({ js: z.string(), css: z.string().optional() });
const manifestSchema = z.object({ login: files, connector: files, softphone: files });
const types: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2'
};
const titles: Readonly<Record<PageKind, string>> = {
  login: 'Phone login',
  connector: 'Phone connector',
  softphone: 'Phone'
};

/** The pages of a folder that the build wrote; throws when it is not whole. Everything is read once: only what is in memory is served. */
export function readBuiltPages(folder: string): Pages {
  const manifestFile = path.join(folder, 'manifest.json');
  if (!existsSync(manifestFile)) throw new Error(`${folder} holds no built pages; build them with: npm run build`);
  const manifest = manifestSchema.parse(JSON.parse(readFileSync(manifestFile, 'utf8')));
  const assets = new Map<string, Asset>();
  for (const name of readdirSync(folder)) {
    const type = types[path.extname(name)];
    if (type !== undefined) assets.set(name, { body: readFileSync(path.join(folder, name)), type });
  }
  for (const name of Object.values(manifest).flatMap(({ js, css }) => [js, ...(css === undefined ? [] : [css])]))
    if (!assets.has(name)) throw new Error(`${manifestFile} names ${name}, which is not there`);
  return { html: (kind, org, nonce) => pageOf(manifest[kind], kind, org, nonce), asset: (name) => assets.get(name) };
}

function pageOf(page: z.infer<typeof files>, kind: PageKind, org: OrgSettings, nonce: string): string {
  const { orgId, callCenter, frameAncestors, loginFrameHeight } = org;
  const settings: PageSettings = { orgId, callCenter, hostOrigins: frameAncestors, loginFrameHeight };
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${titles[kind]}</title>
${page.css === undefined ? '' : `<link rel="stylesheet" href="/assets/${page.css}">`}
<script type="application/json" id="${pageSettingsId}">${forScript(settings)}</script>
<script nonce="${nonce}" src="/assets/${page.js}" defer></script>
</head>
<body></body>
</html>
`;
}

/** JSON that cannot end the element that it stands in. */
function forScript(value: unknown): string {
  return JSON.stringify(value).replace(/[<>&\u2028\u2029]/g, (character) => {
    return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
  });
}
