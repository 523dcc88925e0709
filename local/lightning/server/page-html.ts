/** The document of one state: language, direction, import map and config; everything else is loaded. */
export function pageHtml(options: {
  readonly title: string;
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  readonly importMap: Readonly<Record<string, string>>;
  readonly config: unknown;
  readonly boot: string;
  /** Origin of the style sheets. */
  readonly shared: string;
  readonly nonce: string;
}): string {
  const { title, language, direction, importMap, config, boot, shared, nonce } = options;
  return `<!doctype html>
<html lang="${language}" dir="${direction}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="${shared}/slds/styles/salesforce-lightning-design-system.min.css">
<link rel="stylesheet" href="${shared}/page.css">
<script type="importmap" nonce="${nonce}">${json({ imports: importMap })}</script>
<script type="application/json" id="page-config">${json(config)}</script>
<script type="module" src="${boot}"></script>
</head>
<body class="slds-scope"></body>
</html>
`;
}

/** Text between tags, or in an attribute in double quotes. */
export const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

/** JSON inside a script element, which only `</` could end. */
const json = (value: unknown): string => JSON.stringify(value).replaceAll('<', '\\u003c');
