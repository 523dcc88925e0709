/** Takes out of a text everything that would let its reader in: session ids, auth URLs, JWTs, keys in SOQL. */
export function redact(text: string): string {
  return text
    .replace(/00D[A-Za-z0-9]{12,15}![A-Za-z0-9._]+/g, '00D…![redacted]')
    .replace(/force:\/\/[^\s"']+/g, 'force://[redacted]')
    .replace(/eyJ[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+/g, '[redacted JWT]')
    .replace(/InstallationKey(\s|%20)*(=|%3D)(\s|%20)*('|%27).*?('|%27)/gi, "InstallationKey = '[redacted]'")
    .replace(/("(?:Password|access_token|refresh_token)"\s*:\s*)"[^"]*"/g, '$1"[redacted]"');
}
