/** The document of the console; its module draws everything. */
export function consoleHtml(
  settings: unknown,
  /** For pages with components: where modules are, and what the Lightning runtime reads of its page. */
  lightning?: {
    readonly importMap: Readonly<Record<string, string>>;
    readonly pageConfig: unknown;
    readonly nonce: string;
  }
): string {
  return `<!doctype html>
<html lang="en" dir="ltr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Service Console</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/slds/styles/salesforce-lightning-design-system.min.css">
<link rel="stylesheet" href="/page/console.css">
<link rel="stylesheet" href="/page/opencti/opencti.css">
${
  lightning === undefined
    ? ''
    : `<link rel="stylesheet" href="/lightning-page.css">
<script type="importmap" nonce="${lightning.nonce}">${json({ imports: lightning.importMap })}</script>
<script type="application/json" id="page-config">${json(lightning.pageConfig)}</script>`
}
<script type="application/json" id="settings">${json(settings)}</script>
<script type="module" src="/console.js"></script>
</head>
<body class="slds-scope"></body>
</html>
`;
}

/** JSON inside a script element, which only `</` could end. */
const json = (value: unknown): string => JSON.stringify(value).replaceAll('<', '\\u003c');
