/**
 * Takes out of a text everything that would let its reader in: session ids, auth URLs, JWTs, keys in SOQL, and the `secrets`
 * that were sent, in each form in which Salesforce may quote them.
 */
export function redact(text: string, secrets: readonly string[] = []): string {
  return secrets
    .flatMap(formsOf)
    .sort((one, other) => other.length - one.length)
    .reduce((cleaned, form) => cleaned.replaceAll(form, '[redacted]'), text)
    .replace(/00D[A-Za-z0-9]{12,15}![A-Za-z0-9._]+/g, '00D…![redacted]')
    .replace(/force:\/\/[^\s"']+/g, 'force://[redacted]')
    .replace(/eyJ[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+/g, '[redacted JWT]')
    .replace(keyInSoql, "InstallationKey = '[redacted]'")
    .replace(/("(?:Password|access_token|refresh_token)"\s*:\s*)"[^"]*"/g, '$1"[redacted]"');
}

/** A quoted query may begin in the middle of the field's name and end before the closing quote. */
const keyInSoql =
  /\w*tionKey(?:\s|%20|\+)*(?:=|%3D)(?:\s|%20|\+)*(?:'|%27)(?:\\.|%5C(?:'|%27|%5C)|%(?!27|5C)|[^'%\\\n])*(?:'|%27|$|(?=\n))/gi;

/** Puts a text between the quotes of a SOQL string. */
export function escapeSoql(text: string): string {
  return text.replace(/\\/g, '\\\\').replace(/'/g, "\\'");
}

function formsOf(secret: string): readonly string[] {
  if (secret === '') return [];
  const quoted = escapeSoql(secret);
  const inJson = JSON.stringify(secret).slice(1, -1);
  return [...new Set([secret, quoted, inJson, ...[secret, quoted].map(encodeURIComponent)])];
}
