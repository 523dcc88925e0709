import type { WindowLanguage, WindowProblem } from './window-words';

const style = `body{font:1rem/1.5 system-ui,sans-serif;margin:2rem;max-width:32rem;color:#181818;background:#fff}
output{display:block;font:1.5rem/2 ui-monospace,monospace;user-select:all}
@media (prefers-color-scheme:dark){body{color:#eee;background:#181818}}`;

/**
 * The code goes to the page that opened this window, when that page is ours, and nowhere else. Else the rep copies it: the provider may
 * have cut the tie between the windows, or a browser throws at the address of an opener of another origin. The provider's answer leaves
 * the address at once.
 */
const script = `history.replaceState(null,'',location.pathname);
const code=document.getElementById('code').textContent;
let isOurs=false;
try{isOurs=window.opener!==null&&window.opener.location.origin===location.origin}catch{/* an opener of another origin is not ours */}
if(isOurs){window.opener.postMessage({type:'login-code',code},location.origin);window.close()}
document.getElementById(isOurs?'done':'copy').hidden=false;`;

/** The page of a login that went well: hands over the code, or shows it. */
export function codeWindow(code: string, nonce: string, { tag, words }: WindowLanguage): string {
  return pageOf(
    { tag, title: words.signedIn },
    `<main>
<p id="done" role="status" hidden>${words.canClose}</p>
<div id="copy" hidden><h1>${words.signedIn}</h1>
<p>${words.copyCode}</p>
<output id="code">${code}</output></div>
</main>
<script nonce="${nonce}">${script}</script>`,
    nonce
  );
}

/** The page of a login that did not go on; the words are ours, never the caller's. */
export function refusalWindow(problem: WindowProblem, nonce: string, { tag, words }: WindowLanguage): string {
  const { title, text } = words[problem];
  return pageOf({ tag, title }, `<main><h1>${title}</h1><p role="alert">${text}</p></main>`, nonce);
}

/** The page at the end of a silent sign-in: tells the login page around it, which is of our origin, and nobody else. */
export function silentPage(code: string | undefined, nonce: string): string {
  const said = code === undefined ? `{type:'silent-none'}` : `{type:'silent-code',code:'${code}'}`;
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>-</title></head>
<body><script nonce="${nonce}">history.replaceState(null,'',location.pathname);
parent.postMessage(${said},location.origin);</script></body></html>
`;
}

function pageOf({ tag, title }: { readonly tag: string; readonly title: string }, body: string, nonce: string): string {
  return `<!doctype html>
<html lang="${tag}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style nonce="${nonce}">${style}</style>
</head>
<body>
${body}
</body>
</html>
`;
}
